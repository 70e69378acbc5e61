import type {
	IHookFunctions,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { EventName } from '../../api/events/event';
import type { Connection } from '../shared/transport/connection';
import type { Reading } from './received';

export type TriggerFunctions = IHookFunctions | IWebhookFunctions;

/** An event as the editor offers it. */
export type EventOption<Name extends EventName = EventName> = INodePropertyOptions & {
	value: Name;
};

/** How a trigger gets its address to Wazzup and takes it back: n8n's three webhook methods. */
export interface Lifecycle {
	/** Whether Wazzup delivers to this node already, and exactly what it asks for. */
	checkExists(functions: IHookFunctions): Promise<boolean>;
	create(functions: IHookFunctions): Promise<boolean>;
	/** Takes back what this node has registered, if anything. False where that did not work; the log says why. */
	remove(functions: IHookFunctions): Promise<boolean>;
	/** The token of the address that was registered; undefined where none was. */
	registeredToken(functions: TriggerFunctions): string | undefined;
}

/** One of Wazzup's surfaces, as the trigger knows it. All else in this folder is the same for all of them. */
export interface Surface {
	/** As workflows store it. */
	name: 'v3' | 'tech';
	/** Its events, in the order of the alphabet. */
	events: readonly EventOption[];
	/** What the answer to a request for a contact or a deal consists of, for a person. */
	entityFields: string;
	lifecycle: Lifecycle;
	/** What only Wazzup and this node know: the token of the address is made from it. */
	secret(functions: TriggerFunctions): Promise<unknown>;
	/** The account whose events these are. Throws when no credential is set. */
	connect(functions: TriggerFunctions): Promise<Connection>;
	/** Id of the account, where the node names one. */
	accountId(functions: TriggerFunctions): string | null;
	/** The events of a delivery; undefined for what is none of this surface. */
	read(body: unknown): Reading | undefined;
	/** The channels of the account, for the filter. */
	channels(functions: ILoadOptionsFunctions): Promise<INodeListSearchResult>;
}
