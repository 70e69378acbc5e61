/** Puts the page together and connects it to the sandbox that served it. */

import { showReplyKeyboard } from './buttons.js';
import { showChannelList } from './channelList.js';
import { showChatHeader } from './chatHeader.js';
import { showComposer } from './composer.js';
import { showConversation } from './conversation.js';
import { storedCustomers } from './customers.js';
import { byId } from './dom.js';
import { showInspector } from './inspector.js';
import { follow } from './live.js';
import { onChange, state } from './store.js';

const connectionWords = {
	connecting: 'Connecting…',
	live: 'Live',
	lost: 'The sandbox does not answer. Trying again…',
};

const views = document.querySelectorAll('.views button');

/** On a narrow window one part of the page shows at a time. */
function showView(/** @type {string} */ view) {
	document.body.dataset.view = view;
	for (const button of views) {
		if (button.getAttribute('data-view') === view) button.setAttribute('aria-current', 'true');
		else button.removeAttribute('aria-current');
	}
}

for (const button of views) {
	button.addEventListener('click', () => showView(button.getAttribute('data-view') ?? 'chat'));
}

state.made = storedCustomers();
showChannelList(() => showView('chat'));
showChatHeader();
const { inspect } = showInspector();
showConversation((deliveryId) => {
	showView('inspector');
	inspect(deliveryId);
});
showReplyKeyboard();
showComposer();
onChange('connection', () => {
	const connection = byId('connection');
	connection.textContent = connectionWords[state.connection];
	connection.dataset.state = state.connection;
});
follow();
