// Verifies the same signed messages as often as it is told, with the verifier it is told.
// usage: node verify.mjs MESSAGES.json KEY    then lines "svix" or "standardwebhooks"; answers nanoseconds
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';

const messages = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const verifiers = {
  svix: new SvixWebhook(process.argv[3]),
  standardwebhooks: new StandardWebhook(process.argv[3]),
};
for await (const line of createInterface({ input: process.stdin })) {
  const verifier = verifiers[line];
  const begun = process.hrtime.bigint();
  for (const { id, timestamp, signature, body } of messages) {
    verifier.verify(body, {
      'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature });
  }
  console.log(String(process.hrtime.bigint() - begun));
}
