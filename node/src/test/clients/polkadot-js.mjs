// The unmodified @polkadot/api against a node: node polkadot-js.mjs ws://127.0.0.1:9944
// Prints one line for each thing that holds; the first that does not ends the run with exit code 1.
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { cryptoWaitReady, secp256k1Expand } from '@polkadot/util-crypto';
import { strict as assert } from 'node:assert';

const url = process.argv[2];
const held = (what) => console.log(`ok ${what}`);

await cryptoWaitReady();
const provider = new WsProvider(url);
const at = { name: 'at', type: 'BlockHash', isOptional: true };
const account = { name: 'account', type: 'AccountId' };
// as Tangle's front ends define the methods that no Substrate node has
const rpc = {
  services: {
    queryServicesWithBlueprintsByOperator: { params: [account, at], type: 'Vec<Json>' },
    queryServiceRequestsWithBlueprintsByOperator:
      { params: [account, at], type: 'Vec<(u64, Json)>' },
  },
  rewards: {
    queryUserRewards: { params: [account, { name: 'asset', type: 'Json' }, at], type: 'u128' },
  },
  credits: { queryUserCredits: { params: [account, at], type: 'u128' } },
};
const api = await ApiPromise.create({ provider, noInitWarn: true, rpc });
assert.equal(api.runtimeVersion.specVersion.toNumber(), 1403);
held('connects');

const keys = {};
for (const type of ['sr25519', 'ed25519', 'ecdsa']) {
  keys[type] = new Keyring({ type, ss58Format: api.registry.chainSS58 });
}
const alice = keys.sr25519.addFromUri('//Alice');
const bob = keys.sr25519.addFromUri('//Bob');

/** Signs, submits and waits until the transaction is final; its statuses, events and error. */
const finalized = (tx, signer, options = {}) => new Promise((resolve, reject) => {
  const statuses = [];
  tx.signAndSend(signer, options, ({ status, events, dispatchError }) => {
    statuses.push(status.type);
    if (status.isFinalized) {
      resolve({ statuses, events, dispatchError, block: status.asFinalized });
    } else if (status.isInvalid || status.isDropped || status.isUsurped) {
      reject(new Error(`the transaction is ${status.type}`));
    }
  }).catch(reject);
});

const free = async (address) => (await api.query.system.account(address)).data.free.toBigInt();

const UNIT = 10n ** 18n;
for (const type of ['ed25519', 'ecdsa']) {
  const account = keys[type].addFromUri(`//Alice//${type}`);
  await finalized(api.tx.balances.transferAllowDeath(account.address, 10n * UNIT), alice);
}
for (const type of ['sr25519', 'ed25519', 'ecdsa']) {
  const from = type === 'sr25519' ? alice : keys[type].addFromUri(`//Alice//${type}`);
  const before = await free(bob.address);
  const { statuses, events, dispatchError } =
    await finalized(api.tx.balances.transferKeepAlive(bob.address, UNIT), from);
  assert.equal(dispatchError, undefined);
  // api drops InBlock when Finalized comes while it still reads the block
  assert.equal(statuses.at(-1), 'Finalized');
  assert.equal(await free(bob.address), before + UNIT);
  held(`transfers with ${type}`);

  const names = events.map(({ event }) => `${event.section}.${event.method}`);
  assert.ok(names.includes('balances.Transfer'), names.join());
  assert.ok(names.includes('transactionPayment.TransactionFeePaid'), names.join());
  assert.equal(names.at(-1), 'system.ExtrinsicSuccess');
  const { event } = events.find(({ event }) => event.method === 'Transfer');
  assert.equal(event.data.amount.toBigInt(), UNIT);
  held(`sees the events of a transfer with ${type}`);
}

const { partialFee } = await api.tx.balances.transferKeepAlive(bob.address, UNIT).paymentInfo(alice);
assert.ok(partialFee.toBigInt() > 0n);
held('is told a fee');

const heads = [];
const three = new Promise((resolve) => {
  api.rpc.chain.subscribeFinalizedHeads((head) => {
    heads.push(head.number.toNumber());
    if (heads.length === 1 || heads.length === 2) {
      provider.send('dev_newBlock', []);
    } else if (heads.length === 3) {
      resolve();
    }
  });
});
await three;
assert.equal(heads[2], heads[0] + 2);
held('sees finalized heads');

const entries = await api.query.system.account.entries();
const found = entries.map(([key]) => key.args[0].toString());
assert.ok(found.includes(alice.address) && found.includes(bob.address));
const pages = [];
for (let startKey; ;) {
  const page = await api.query.system.account.entriesPaged({ args: [], pageSize: 3, startKey });
  pages.push(...page);
  if (page.length < 3) {
    break;
  }
  startKey = page.at(-1)[0].toHex();
}
assert.deepEqual(pages.map(([key]) => key.toHex()), entries.map(([key]) => key.toHex()));
held('pages entries');

const hash = await api.rpc.chain.getBlockHash(1);
const then = await api.at(hash);
const number = await then.query.system.number();
assert.equal(number.toNumber(), 1);
const old = (await then.query.system.account(bob.address)).data.free.toBigInt();
assert.notEqual(old, await free(bob.address));
held('reads at an old block');

const header = await api.rpc.chain.getHeader(hash);
assert.equal(header.hash.toHex(), hash.toHex());
held('computes the hash that the node tells');

await assert.rejects(
  api.tx.balances.transferKeepAlive(bob.address, 1).signAndSend(alice, { nonce: 0 }),
  /1010: Invalid Transaction: Transaction is outdated/);
held('is told that a nonce is used');

const failed = await finalized(api.tx.services.call(12345, 0, []), alice);
assert.ok(failed.dispatchError?.isModule);
const error = api.registry.findMetaError(failed.dispatchError.asModule);
assert.equal(error.section, 'services');
assert.equal(error.name, 'ServiceNotFound');
held('decodes a Services error by name');

const done = async (tx, signer) => {
  const { dispatchError } = await finalized(tx, signer);
  assert.equal(dispatchError, undefined, dispatchError?.toString());
};
const manager = process.argv[3];
await done(api.tx.multiAssetDelegation.joinOperators(10_000n * UNIT), bob);
await done(api.tx.services.createBlueprint({
  metadata: { name: 'sums' },
  jobs: [{ metadata: { name: 'add' }, params: ['Uint64'], result: ['Uint64'],
    pricingModel: { PayOnce: { amount: 0 } } }],
  manager: { Evm: manager },
  sources: [{ Container: { registry: 'r', image: 'i', tag: 't' } }],
  supportedMembershipModels: ['Fixed'],
}), alice);
const point = secp256k1Expand(keys.ecdsa.addFromUri('//Bob').publicKey);
const key = '0x04' + Buffer.from(point).toString('hex');
await done(api.tx.services.register(0, { key, rpcAddress: '' }, [], 0), bob);
const tnt = { Custom: 0 };
await done(api.tx.services.request(null, 0, [], [bob.address], [],
  [{ asset: tnt, minExposurePercent: 10, maxExposurePercent: 60 }], 1000, tnt, 0,
  { Fixed: { minOperators: 1 } }), alice);
const [[request, { owner }]] =
  (await api.rpc.services.queryServiceRequestsWithBlueprintsByOperator(bob.address)).toJSON();
assert.equal(request, 0);
assert.equal(owner, alice.address);
await done(api.tx.services.approve(0, [{ asset: tnt, exposurePercent: 30 }]), bob);
const [group] = (await api.rpc.services.queryServicesWithBlueprintsByOperator(bob.address)).toJSON();
const text = (bytes) => Buffer.from(bytes).toString();
assert.equal(group.blueprint_id, 0);
assert.equal(text(group.blueprint.metadata.name), 'sums');
assert.equal(group.blueprint.sources[0].type, 'Container');
assert.equal(text(group.blueprint.sources[0].image), 'i');
assert.deepEqual(group.services.map(({ id, owner }) => [id, owner]), [[0, alice.address]]);
assert.deepEqual(group.services[0].operator_security_commitments,
  [[bob.address, [{ asset: tnt, exposure_percent: 30 }]]]);
const started = await api.rpc.chain.getBlockHash();
const before = (await api.rpc.chain.getHeader(started)).parentHash;
assert.deepEqual(
  (await api.rpc.services.queryServicesWithBlueprintsByOperator(bob.address, before)).toJSON(), []);
assert.equal(Number(await api.rpc.credits.queryUserCredits(bob.address)), 0);
await assert.rejects(api.rpc.services.queryServicesWithBlueprintsByOperator(alice.address),
  /3: Dispatch error/);
await assert.rejects(api.rpc.rewards.queryUserRewards(bob.address, tnt),
  /1: Unable to query user rewards/);
held('asks for the services of an operator as Tangle apps do');

await api.disconnect();
