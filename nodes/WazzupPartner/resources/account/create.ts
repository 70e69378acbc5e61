import type { INodePropertyOptions } from 'n8n-workflow';
import {
	accountCountries,
	accountCurrencies,
	accountLanguages,
	createAccount,
} from '../../../../api/tech/accounts';
import type { BodyOf } from '../../../../api/endpoint';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { readNumber } from '../../fields/number';

type Body = BodyOf<typeof createAccount>;

const named = <Value extends string>(
	values: readonly Value[],
	names: Record<Value, string>,
): INodePropertyOptions[] =>
	values
		.map((value) => ({ name: names[value], value }))
		.sort((one, other) => one.name.localeCompare(other.name));

const languages = named(accountLanguages, {
	en: 'English',
	es: 'Spanish',
	pt: 'Portuguese',
	ru: 'Russian',
});
const currencies = named(accountCurrencies, {
	EUR: 'Euro (EUR)',
	KZT: 'Tenge (KZT)',
	RUR: 'Russian Ruble (RUR)',
	USD: 'US Dollar (USD)',
});
const countries = named(accountCountries, {
	EU: 'European Union',
	KZ: 'Kazakhstan',
	RU: 'Russia',
	US: 'United States',
});

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create account for customer',
	description: 'Create the account of an end customer, who needs no login of their own',
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Demo Client',
			description: 'Name of the account, at least 3 characters',
		},
		{
			displayName: 'Language',
			name: 'lang',
			type: 'options',
			options: languages,
			default: 'en',
			description: 'Language of the account',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'options',
			options: currencies,
			default: 'USD',
			description: 'Currency in which the account is billed',
		},
		{
			displayName: 'Country',
			name: 'country',
			type: 'options',
			options: countries,
			default: 'US',
			description: 'Country or region of the customer',
		},
		{
			displayName: 'Time Zone',
			name: 'timezone',
			type: 'number',
			typeOptions: { minValue: -12, maxValue: 14 },
			required: true,
			default: 0,
			description: 'Difference to UTC in hours, from -12 to 14, e.g. 2',
		},
		raw,
	],
	runner: techPerItem({
		endpoint: createAccount,
		request: (parameters) => ({
			body: {
				name: parameters.required('name', 'Name').trim(),
				// The contract names what Wazzup takes, should an expression give anything else.
				lang: parameters.required('lang', 'Language') as Body['lang'],
				currency: parameters.required('currency', 'Currency') as Body['currency'],
				country: parameters.required('country', 'Country') as Body['country'],
				timezone: readNumber(parameters, 'timezone', 'Time Zone'),
			},
		}),
	}),
};
