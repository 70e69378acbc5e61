import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { client, enveloped, given, oneOrMany, presumed, replyId, text } from './common';

const source = 'tech 9.2 PAGE(templates-waba)';

/** A part of a template. `format` belongs to a header, `buttons` to the part of that type. */
const component = z.looseObject({
	type: z.string().optional(),
	format: z.string().optional(),
	text: z.string().optional(),
	/** Sample values of the variables. */
	example: z.array(z.unknown()).optional(),
	buttons: z
		.array(
			z.looseObject({
				type: z.string().optional(),
				text: z.string().optional(),
				url: z.string().optional(),
			}),
		)
		.optional(),
});

export const wabaCategories = ['MARKETING', 'UTILITY'] as const;

/** A template for WhatsApp Business API. */
export const wabaTemplate = z.looseObject({
	/** Its name in Wazzup. */
	title: given,
	waba: z.looseObject({ waba_id: given, waba_name: given }),
	/** Ids of the channels that use it. */
	channels: z.array(given),
	category: z.enum(wabaCategories),
	language: given,
	components: z.array(component),
});

/** A template as Wazzup returns it; no document of this surface shows it. */
export const wabaTemplateReply = z.looseObject({
	id: replyId.nullish(),
	template_id: replyId.nullish(),
	title: text,
	name: text,
	category: text,
	language: text,
	/** Spelled in either case elsewhere: compare with `sameCode`. */
	status: text,
	channels: z.array(z.unknown()).nullish(),
	components: z.array(z.looseObject({ type: text, format: text, text })).nullish(),
});

const reply = presumed(enveloped(oneOrMany(wabaTemplateReply)));
const templateInPath = z.object({ template_id: given });

/** Hands a template in at Meta, or keeps it as a draft. The verdict comes with `waba_template.status_update`. */
export const createWabaTemplate = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/templates/waba',
	body: z.looseObject({ template: wabaTemplate, is_draft: z.boolean() }),
	reply: z.unknown(),
	// The second request would add a second template.
	repeat: 'never',
	facts: 'part',
	source,
});

export const getWabaTemplates = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/templates/waba',
	query: z.looseObject({}),
	reply,
	repeat: 'safe',
	facts: 'part',
	source: `${source}, Russian list`,
});

export const getWabaTemplate = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/templates/waba/{template_id}',
	params: templateInPath,
	reply,
	repeat: 'safe',
	facts: 'part',
	source: `${source}, Russian list`,
});

/** The page says that a template can be edited; method, path and body are inferred. */
export const updateWabaTemplate = defineEndpoint({
	...client,
	method: 'PATCH',
	path: '/v2/templates/waba/{template_id}',
	params: templateInPath,
	body: z.looseObject({
		template: wabaTemplate.partial().optional(),
		is_draft: z.boolean().optional(),
	}),
	reply: z.unknown(),
	repeat: 'safe',
	facts: 'part',
	source: `${source}, method and path INF`,
});

/** The page says that a template can be deleted; method and path are inferred. */
export const deleteWabaTemplate = defineEndpoint({
	...client,
	method: 'DELETE',
	path: '/v2/templates/waba/{template_id}',
	params: templateInPath,
	reply: z.unknown(),
	repeat: 'safe',
	facts: 'part',
	source: `${source}, method and path INF`,
});
