import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { client, enveloped, given, oneOrMany, presumed, replyId, text } from './common';

const source = 'tech 9.1 PAGE(templates-wz)';

/** A file of a template: a link from which Wazzup copies it, or one that Wazzup has already, by its `sha1`. */
export const templateFile = z.looseObject({
	name: z.string().optional(),
	mimetype: z.string().optional(),
	/** Bytes; a string in the document. */
	size: z.union([z.string(), z.number()]).optional(),
	sha1: z.string().optional(),
	link: z.string().optional(),
});

/** A quick answer that is kept in Wazzup. */
export const template = z.looseObject({
	name: given,
	text: given,
	/** Place in the list. */
	order: z.number(),
	/** One page lists objects, the other strings. */
	files: z.array(z.union([templateFile, z.string()])).optional(),
});

/** A template as Wazzup returns it; no document shows it. */
export const templateReply = z.looseObject({
	id: replyId.nullish(),
	template_id: replyId.nullish(),
	name: text,
	text,
	order: z.union([z.number(), z.string()]).nullish(),
	files: z.array(z.unknown()).nullish(),
});

const reply = presumed(enveloped(oneOrMany(templateReply)));
const templateInPath = z.object({ template_id: given });

export const createTemplate = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/templates/wz',
	body: template,
	reply: z.unknown(),
	// The second request would add a second template.
	repeat: 'never',
	facts: 'part',
	source,
});

export const getTemplates = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/templates/wz',
	query: z.looseObject({}),
	reply,
	repeat: 'safe',
	facts: 'part',
	source,
});

export const getTemplate = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/templates/wz/{template_id}',
	params: templateInPath,
	reply,
	repeat: 'safe',
	facts: 'part',
	source,
});

/** No document shows the body; the members are those of the creation, none of them required. */
export const updateTemplate = defineEndpoint({
	...client,
	method: 'PATCH',
	path: '/v2/templates/wz/{template_id}',
	params: templateInPath,
	body: template.partial(),
	reply: z.unknown(),
	repeat: 'safe',
	facts: 'part',
	source,
});

export const deleteTemplate = defineEndpoint({
	...client,
	method: 'DELETE',
	path: '/v2/templates/wz/{template_id}',
	params: templateInPath,
	reply: z.unknown(),
	repeat: 'safe',
	facts: 'part',
	source,
});
