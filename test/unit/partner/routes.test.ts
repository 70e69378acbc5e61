import { techEndpoints } from '../../../api/tech';
import { catalogue } from '../../../scripts/catalogue';

test("every route of a partner's own can be reached through an operation that names it", () => {
	const reached = new Set(
		catalogue()
			.filter(({ node, resource }) => node === 'WazzupPartner' && resource !== 'apiRequest')
			.map(({ method, path }) => `${method} ${path}`),
	);
	const own = techEndpoints
		.filter(({ auth }) => auth !== 'clientToken')
		.map(({ method, path }) => `${method} ${path}`);
	expect(own).not.toHaveLength(0);
	expect(own.filter((route) => !reached.has(route))).toEqual([]);
});
