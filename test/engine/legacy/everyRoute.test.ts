import { legacyEndpoints } from '../../../api/legacy';
import { legacy } from '../../samples/legacy';
import { contact, deal, user } from '../../unit/api/legacy/examples';
import { routeSuite } from '../routeSuite';
import { useLegacy } from './useLegacy';

const sandbox = useLegacy();
const entities = { contact, deal, user };

routeSuite({
	...{ name: 'the 2021 API', node: 'WazzupLegacy', endpoints: legacyEndpoints },
	...{ samples: legacy, sandbox },
	known: async (thing) => {
		if (thing === 'channel') return sandbox.channel();
		if (thing !== 'contact' && thing !== 'deal' && thing !== 'user') return `a ${thing}`;
		await sandbox.send('PATCH', `/v2/${thing}s`, [entities[thing]]);
		return String(entities[thing].id);
	},
});
