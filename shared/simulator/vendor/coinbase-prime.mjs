// Orders, lists and cancels at the simulated Coinbase Prime with its own SDK. usage: node coinbase-prime.mjs URL
import prime from '@coinbase-sample/prime-sdk-ts';
import { strict as assert } from 'node:assert';

const at = process.argv[2];
const portfolioId = '11111111-2222-3333-4444-555555555555';
const credentials = new prime.CoinbasePrimeCredentials(
  'sim-access-key', 'c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=', 'sim-passphrase');
const client = new prime.CoinbasePrimeClientWithServices(credentials, `${at}/v1/`);
const { orderId } = await client.orders.createOrder({
  portfolioId, productId: 'BTC-USD', side: 'BUY', type: 'LIMIT', clientOrderId: crypto.randomUUID(),
  baseQuantity: '0.1', limitPrice: '1000', timeInForce: 'GOOD_UNTIL_CANCELLED' });
const turns = async expected => {
  let status = '';
  for (const until = Date.now() + 5000; status !== expected && Date.now() < until;) {
    await new Promise(later => setTimeout(later, 200));
    status = (await client.orders.getOrder({ portfolioId, orderId })).order.status;
  }
  assert.equal(status, expected);
};
await turns('OPEN');
const { orders } = await client.orders.listOpenOrders({ portfolioId });
assert.ok(orders.some(order => order.id === orderId));
await client.orders.cancelOrder({ portfolioId, orderId });
await turns('CANCELLED');
console.log('coinbase-prime: ordered, listed, cancelled', orderId);
