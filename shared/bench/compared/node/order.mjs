// An order as short as Node can make it: the same two transactions and the same signed call to the
// broker as of primegate's ByHand, with Amazon's SDK and Node's own HTTP client, and no thought at all.
// Writes are copies of what the product wrote for an order of its own (PATTERNS), so they are as large.
import {DynamoDBClient, TransactWriteItemsCommand} from '@aws-sdk/client-dynamodb';
import {createHmac, randomUUID} from 'node:crypto';
import {readFileSync} from 'node:fs';

const TABLE = 'primegate';
const PATH = '/v1/portfolios/11111111-2222-3333-4444-555555555555/order';
const KEY = 'c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=';
const patterns = JSON.parse(readFileSync(process.env.PATTERNS, 'utf8'));
const dynamo = new DynamoDBClient({endpoint: process.env.QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE});

async function order({id, price}) {
  if (id === undefined) {
    return 'hello';
  }
  const body = JSON.stringify({
    product_id: 'BTC-USD', side: 'BUY', client_order_id: id, type: 'LIMIT', base_quantity: '0.0001', limit_price: price,
    time_in_force: 'GOOD_UNTIL_CANCELLED',
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', KEY).update(timestamp + 'POST' + PATH + body).digest('base64');
  await write([
    put(`O#${id}`, 'S', patterns.order), put(`O#${id}`, 'H#0000000001', patterns.admitted),
    take('R#by/node#0', 'ADD hN :less', {':less': {N: '-3'}}), take('R#by/node:BTC-USD', 'ADD hL :less', {':less': {N: '-0.0001'}}),
    put(`D#${id.repeat(3)}`, 'S', {orderId: {S: id}, type: {S: 'DUP'}}),
  ]);
  const answer = await fetch(process.env.PRIMEGATE_BROKER_COINBASE_PRIME_URL + PATH, {
    method: 'POST', body, headers: {
      'Content-Type': 'application/json', 'X-CB-ACCESS-KEY': 'sim-access-key', 'X-CB-ACCESS-PASSPHRASE': 'sim-passphrase',
      'X-CB-ACCESS-TIMESTAMP': timestamp, 'X-CB-ACCESS-SIGNATURE': signature,
    },
  });
  const {order_id: brokerOrderId} = await answer.json();
  if (answer.status !== 200 || !brokerOrderId) {
    throw new Error(`expected an order of the broker, found ${answer.status}`);
  }
  await write([
    {Put: {TableName: TABLE, Item: {...patterns.order, pk: {S: `O#${id}`}, sk: {S: 'S'}}, ConditionExpression: 'attribute_exists(pk)'}},
    put(`O#${id}`, 'H#0000000002', patterns.reported), put(`P#by-node#${brokerOrderId}`, 'S', patterns.alias),
  ]);
  return brokerOrderId;
}

function write(items) {
  return dynamo.send(new TransactWriteItemsCommand({TransactItems: items, ClientRequestToken: randomUUID()}));
}

function put(pk, sk, pattern) {
  return {Put: {TableName: TABLE, Item: {...pattern, pk: {S: pk}, sk: {S: sk}}, ConditionExpression: 'attribute_not_exists(pk)'}};
}

function take(pk, update, values) {
  return {Update: {TableName: TABLE, Key: {pk: {S: pk}, sk: {S: 'S'}}, UpdateExpression: update, ExpressionAttributeValues: values}};
}

// Lambda's runtime for Node, as far as one function needs it.
const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/`;
for (;;) {
  const next = await fetch(api + 'next');
  const request = next.headers.get('lambda-runtime-aws-request-id');
  let what = 'response';
  let said;
  try {
    said = await order(await next.json());
  } catch (error) {
    [what, said] = ['error', {errorType: error.name, errorMessage: error.message}];
  }
  const told = await fetch(`${api}${request}/${what}`, {method: 'POST', body: JSON.stringify(said)});
  await told.arrayBuffer();
}
