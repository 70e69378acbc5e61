import type { Answer } from '../surface';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in a page or an attribute. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** A link that looks like a button. */
export const button = (label: string, href: string) =>
	`<a class="button" href="${escaped(href)}">${escaped(label)}</a>`;

/** A small page of Wazzup's; `content` is HTML. */
export function page(title: string, content: string, status = 200): Answer {
	const style =
		'body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}' +
		'.button{display:inline-block;margin:.25rem .5rem .25rem 0;padding:.5rem 1rem;border:1px solid #888;border-radius:.5rem;color:inherit;text-decoration:none}';
	return {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' },
		body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style><h1>${escaped(title)}</h1>${content}</html>`,
	};
}

/** Sends the browser on. */
export const redirect = (location: string): Answer => ({ status: 302, headers: { location } });

/** `address` with these parameters added to its query. */
export function withQuery(address: string, parameters: Record<string, string>): string {
	const url = new URL(address);
	for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
	return url.href;
}
