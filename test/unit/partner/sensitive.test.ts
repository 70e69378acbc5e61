import { get } from 'lodash';
import { WazzupPartner } from '../../../nodes/WazzupPartner/WazzupPartner.node';
import { token } from '../../../nodes/WazzupPartner/resources/token';
import { previewOf } from '../../../scripts/previews';

const { sensitiveOutputFields = [] } = new WazzupPartner().description;
const SECRETS = ['access_token', 'refresh_token', 'verifier'];

test.each(token.operations.map((operation) => [operation.value, operation] as const))(
	'the secrets of %s are marked as such',
	(_value, operation) => {
		const place = { node: { name: 'WazzupPartner', resources: [token] }, resource: token };
		const fields = Object.keys(previewOf({ ...place, operation }).properties);
		const secret = fields.filter((field) => SECRETS.includes(field));
		expect(secret).not.toHaveLength(0);
		expect(sensitiveOutputFields).toEqual(expect.arrayContaining(secret));
	},
);

test('so are those of a whole reply', () => {
	const reply = { data: { access_token: 'a', refresh_token: 'r', expires_in: 1 } };
	const found = sensitiveOutputFields.map((path): unknown => get(reply, path)).filter(Boolean);
	expect(found).toEqual(['a', 'r']);
});
