import type { INodeProperties } from 'n8n-workflow';
import { userLocator } from '../../shared/fields/locators';

/** An employee of the customer, picked from the list or by id; read with `parameters.picked`. */
export const userId = ({
	displayName,
	name,
	description = '',
	required,
}: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'required'>): INodeProperties =>
	userLocator(displayName, name, description, required);
