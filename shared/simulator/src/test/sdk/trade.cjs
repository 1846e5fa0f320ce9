// Trades with Coinbase's own published SDK, unmodified. usage: node trade.cjs URL
const { CoinbasePrimeClientWithServices } = require('@coinbase-sample/prime-sdk-ts');
const { CoinbasePrimeCredentials } = require('@coinbase-sample/prime-sdk-ts');
const assert = require('node:assert');

const portfolioId = '11111111-2222-3333-4444-555555555555';
const credentials = new CoinbasePrimeCredentials(
  'sim-access-key', 'c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=', 'sim-passphrase');
const client = new CoinbasePrimeClientWithServices(credentials, process.argv[2] + '/v1/');
const order = (clientOrderId, limitPrice) => ({
  portfolioId, clientOrderId, limitPrice, side: 'BUY', productId: 'BTC-USD', type: 'LIMIT',
  baseQuantity: '0.5', timeInForce: 'GOOD_UNTIL_CANCELLED',
});

async function until(what, ask) {
  for (let i = 0; i < 100; i++) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came to ' + what);
}

(async () => {
  const { orderId } = await client.orders.createOrder(order('sdk-1', '60000'));
  const filled = await until('a fill', async () => {
    const { order: now } = await client.orders.getOrder({ portfolioId, orderId });
    return now.status === 'FILLED' && now;
  });
  assert.equal(filled.clientOrderId, 'sdk-1');
  assert.equal(filled.filledQuantity, '0.5');
  const { fills } = await client.orders.listOrderFills({ portfolioId, orderId });
  assert.equal(fills.length, 2);

  const resting = await client.orders.createOrder(order('sdk-2', '50000'));
  const open = await until('an open order', async () => {
    const { orders } = await client.orders.listOpenOrders({ portfolioId });
    return orders.find((o) => o.id === resting.orderId);
  });
  assert.equal(open.side, 'BUY');
  await client.orders.cancelOrder({ portfolioId, orderId: resting.orderId });
  await until('a cancel', async () => {
    const { order: now } = await client.orders.getOrder({ portfolioId, orderId: resting.orderId });
    return now.status === 'CANCELLED';
  });

  const { orders } = await client.orders.listPortfolioOrders({ portfolioId });
  assert.deepEqual(orders.map((o) => o.clientOrderId).sort(), ['sdk-1', 'sdk-2']);
  const { balances } = await client.balances.listPortfolioBalances({ portfolioId });
  assert.ok(balances.some((b) => b.symbol.toUpperCase() === 'BTC'));
  const { products } = await client.products.listProducts({ portfolioId });
  assert.ok(products.some((p) => p.id === 'BTC-USD'));

  const wrong = new CoinbasePrimeClientWithServices(
    new CoinbasePrimeCredentials('sim-access-key', 'bm90LXRoZS1rZXk=', 'sim-passphrase'),
    process.argv[2] + '/v1/');
  await assert.rejects(wrong.orders.listOpenOrders({ portfolioId }));
  console.log('the SDK traded');
})().catch((e) => { console.error(e); process.exit(1); });
