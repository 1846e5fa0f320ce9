// Trades with Clear Street's own published SDK, unmodified. usage: node trade.cjs URL
const StudioSDK = require('@clear-street/studio-sdk').default;
const assert = require('node:assert');

const account = '100000';
const signOn = {
  grant_type: 'client_credentials', client_id: 'sim-client-id',
  client_secret: 'sim-client-secret', audience: 'https://api.clearstreet.io',
};
const order = (reference, price, symbol = 'AAPL') => ({
  reference_id: reference, price, symbol, side: 'buy', order_type: 'limit', quantity: '10',
  time_in_force: 'day',
});

async function until(what, ask) {
  for (let i = 0; i < 100; i++) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error('it never came to ' + what);
}

(async () => {
  const answer = await fetch(process.argv[2] + '/oauth/token', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(signOn),
  });
  const { access_token: bearerToken } = await answer.json();
  const client = new StudioSDK({
    bearerToken, baseURL: process.argv[2] + '/studio/v2', maxRetries: 0,
  });

  const { order_id: id } = await client.accounts.orders.create(account, order('sdk-1', '200'));
  const filled = await until('a fill', async () => {
    const { order: now } = await client.accounts.orders.retrieve(account, id);
    return now.status === 'filled' && now;
  });
  assert.equal(filled.reference_id, 'sdk-1');
  assert.equal(filled.filled_quantity, '10');
  const { data: trades } = await client.accounts.trades.list(account);
  assert.deepEqual(trades.map((t) => t.order_id), [id, id]);
  assert.equal(trades[1].running_position, '10');

  const bulk = await client.accounts.bulkOrders.create(account, {
    orders: [order('sdk-2', '150'), order('sdk-3', '150', 'NOSUCH')],
  });
  assert.deepEqual(bulk.data.map((r) => r.submitted), [true, false]);
  assert.equal(bulk.submitted, 1);
  await until('an open order', async () => {
    const { data } = await client.accounts.orders.list(account, { page_size: 100 });
    return data.find((o) => o.reference_id === 'sdk-2' && o.status === 'new');
  });
  const { data: cancelled } = await client.accounts.orders.delete(account);
  assert.deepEqual(cancelled, [bulk.data[0].order_id]);

  const { data: positions } = await client.accounts.positions.list(account);
  assert.deepEqual(positions.map((p) => [p.symbol, p.quantity]), [['AAPL', '10']]);
  const margin = await client.entities.regtMargins.retrieve('200000');
  assert.equal(typeof margin.house_excess, 'number');

  const wrong = new StudioSDK({
    bearerToken: 'not-a-token', baseURL: process.argv[2] + '/studio/v2', maxRetries: 0,
  });
  await assert.rejects(wrong.accounts.orders.list(account), { status: 401 });
  console.log('the SDK traded');
})().catch((e) => { console.error(e); process.exit(1); });
