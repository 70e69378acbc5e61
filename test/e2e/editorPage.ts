import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { projectFolder } from '../../host/paths';
import { OWNER, type Stack } from '../../host/stack';
import { waitFor } from '../../host/wait';
import type { StoredCredential } from '../../host/workflow';
import { startChromium } from './chromium';

/** Ignored by git. */
const screenshotFolder = join(projectFolder, 'test-results', 'screenshots');

/** Longest time that the editor may take to show something, in milliseconds. */
const PATIENCE = 10_000;

/** n8n's editor in a browser, as a person uses it; the ids are those of n8n 2.41.1. */
export class EditorPage {
	private constructor(
		private readonly browser: Browser,
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Starts Chromium and signs in. Throws with advice when there is no Chromium. */
	static async open({ n8n }: Stack): Promise<EditorPage> {
		const browser = await startChromium();
		try {
			// High enough for the longest panel to be seen whole.
			const page = await browser.newPage({ viewport: { width: 1440, height: 1300 } });
			await page.goto(`${n8n.url}/signin`);
			await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
			await page.locator('input[type="password"]').fill(OWNER.password);
			await page.getByTestId('form-submit-button').click();
			await page.waitForURL(({ pathname }) => !pathname.startsWith('/signin'));
			// The first page of a cold n8n may take longer.
			page.setDefaultTimeout(PATIENCE);
			return new EditorPage(browser, page, n8n.url);
		} catch (error) {
			await browser.close();
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	byId(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	/** The control of a parameter in the open panel. */
	parameter(name: string): Locator {
		return this.byId(`parameter-input-${name}`);
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Opens a new workflow and the panel that offers its first node. */
	async addFirstNode(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.byId('canvas-plus-button').first().click();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.byId('canvas-node').first().waitFor();
	}

	/** Types into the search of the nodes panel; gives what is found, once it is as wanted. */
	async searchNodes(text: string, isWanted: (names: string[]) => boolean): Promise<string[]> {
		await this.byId('node-creator-search-bar').fill(text);
		return await this.settled(`The nodes found by "${text}"`, 'node-creator-item-name', isWanted);
	}

	/** A node or an action that the nodes panel offers, by its full name. */
	offer(name: string): Locator {
		return this.byId('node-creator-item-name').getByText(name, { exact: true });
	}

	/** Opens the panel of a node that is on the canvas. */
	async openPanel(nodeName: string): Promise<void> {
		await this.node(nodeName).dblclick();
		await this.byId('ndv').waitFor();
	}

	/** Chooses the credential of the node whose panel is open. */
	async chooseCredential({ id, name }: StoredCredential): Promise<void> {
		const select = this.byId('node-credentials-select');
		const item = this.byId(`node-credentials-select-item-${id}`);
		const choose = async () => {
			if ((await select.locator('input').inputValue()) === name) return true;
			// The list closes again when the panel changes meanwhile, also under the click.
			await ((await item.isVisible()) ? item : select).click({ timeout: 1_000 }).catch(() => {});
			return undefined;
		};
		await waitFor(`The credential "${name}"`, choose, { seconds: 15, everyMs: 500 });
	}

	async closePanel(): Promise<void> {
		await this.byId('ndv-close-button').click();
		await this.byId('ndv').waitFor({ state: 'hidden' });
	}

	/** Opens a picker; gives its rows once they are loaded. */
	async openList(parameter: string): Promise<string[]> {
		await this.byId(`resource-locator-${parameter}`).getByTestId('rlc-input').click();
		await this.byId('rlc-item').first().waitFor();
		return await this.byId('rlc-item').allTextContents();
	}

	/** Opens a picker that has to say why it cannot load its list, and closes it again. */
	async openClosedList(parameter: string, why: string): Promise<void> {
		await this.byId(`resource-locator-${parameter}`).getByTestId('rlc-input').click();
		await this.page.getByText(why).waitFor();
		await this.page.keyboard.press('Escape');
	}

	/** Types into the search of the open picker; gives what is left once there is only one row. */
	async searchList(text: string): Promise<string> {
		await this.byId('rlc-search').fill(text);
		const isOne = (rows: string[]) => rows.length === 1;
		return (await this.settled(`One row found by "${text}"`, 'rlc-item', isOne)).join();
	}

	/** Chooses an option of a parameter by the text that it shows. */
	async choose(parameter: string, option: string): Promise<void> {
		await this.parameter(parameter).click();
		await this.page.getByRole('option', { name: option }).first().click();
	}

	/** Names of the nodes on the canvas that n8n does not know, and so cannot show properly. */
	async unknownNodes(): Promise<string[]> {
		return await this.page
			.locator('[data-test-id="canvas-node"]')
			.filter({
				has: this.page.locator(
					'[data-test-id="node-not-installed"], [class*="nodeIconPlaceholder"]',
				),
			})
			.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node-name') ?? ''));
	}

	/** Keeps a picture of the window, or of a part of it. */
	async screenshot(name: string, part?: Locator): Promise<void> {
		await mkdir(join(screenshotFolder, name, '..'), { recursive: true });
		// Toasts come and go, and lie over what the picture is about.
		const options = {
			path: join(screenshotFolder, `${name}.png`),
			animations: 'disabled' as const,
			style: '.el-notification { display: none }',
		};
		await (part ?? this.page).screenshot(options);
	}

	/** The texts of a list that changes while a person types, once they are as wanted. */
	private async settled(
		what: string,
		testId: string,
		isWanted: (texts: string[]) => boolean,
	): Promise<string[]> {
		let texts: string[] = [];
		const probe = async () => {
			texts = (await this.byId(testId).allTextContents()).map((text) => text.trim());
			return isWanted(texts) ? texts : undefined;
		};
		return await waitFor(what, probe, {
			seconds: PATIENCE / 1000,
			report: () => `There are: ${texts.join(', ') || 'none'}`,
		});
	}
}
