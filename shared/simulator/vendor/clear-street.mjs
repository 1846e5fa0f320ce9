// Orders, reads and cancels at the simulated Clear Street with its own SDK. usage: node clear-street.mjs URL
import StudioSDK from '@clear-street/studio-sdk';
import { strict as assert } from 'node:assert';

const at = process.argv[2];
const token = await (await fetch(`${at}/oauth/token`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    grant_type: 'client_credentials', client_id: 'sim-client-id',
    client_secret: 'sim-client-secret', audience: 'https://api.clearstreet.io' }),
})).json();
const client = new StudioSDK({ bearerToken: token.access_token, baseURL: `${at}/studio/v2`, maxRetries: 0 });
const { order_id: id } = await client.accounts.orders.create('100000', {
  order_type: 'limit', quantity: '100', side: 'buy', symbol: 'AAPL', time_in_force: 'day',
  price: '1.00', reference_id: 'vendor-1', symbol_format: 'cms', strategy: { type: 'sor' } });
const { order } = await client.accounts.orders.retrieve('100000', id);
assert.equal(order.reference_id, 'vendor-1');
assert.equal(order.state, 'open');
await client.accounts.orders.cancel('100000', id);
let status = '';
for (const until = Date.now() + 5000; status !== 'canceled' && Date.now() < until;) {
  await new Promise(later => setTimeout(later, 200));
  status = (await client.accounts.orders.retrieve('100000', id)).order.status;
}
assert.equal(status, 'canceled');
await assert.rejects(client.accounts.orders.retrieve('100000', 'nothing'), { status: 404 });
console.log('clear-street: ordered, read, cancelled', id);
