import type { INode } from 'n8n-workflow';
import { z } from 'zod/v4';
import { checkContract } from '../../nodes/shared/input';

const node: INode = {
	id: '1',
	name: 'Wazzup',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const contract = z.object({
	id: z.union([z.string(), z.number()], 'The ID is a text or a number'),
	name: z.string(),
	chatType: z.enum(['viber', 'vk']),
});

const complaint = (value: unknown) => {
	const checked = checkContract(node, 0, contract, value, 'Contact');
	return checked.fits ? undefined : checked.error.message;
};

test('a field that is missing is said to be required, whatever kind it is of', () => {
	expect(complaint({})).toMatch(
		/: id is required; name is required; chatType is required, one of viber, vk/,
	);
});

test('a field with a value that does not fit is told what would', () => {
	expect(complaint({ id: true, name: 1, chatType: 'fax' })).toMatch(
		/: The ID is a text or a number \(id\); name must be a text; chatType must be one of viber, vk/,
	);
});
