package io.fairlead.runtime;

import io.fairlead.runtime.assets.AssetLedger;
import io.fairlead.runtime.assets.AssetsPallet;
import io.fairlead.runtime.assets.AssetsStorage;
import io.fairlead.runtime.balances.BalancesPallet;
import io.fairlead.runtime.balances.BalancesStorage;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.extensions.SignedExtensions;
import io.fairlead.runtime.managers.ScriptedManagers;
import io.fairlead.runtime.payment.PaymentPallet;
import io.fairlead.runtime.payment.PaymentStorage;
import io.fairlead.runtime.session.SessionPallet;
import io.fairlead.runtime.session.SessionStorage;
import io.fairlead.runtime.sudo.SudoPallet;
import io.fairlead.runtime.sudo.SudoStorage;
import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.runtime.system.Accounts;
import io.fairlead.runtime.system.BlockUse;
import io.fairlead.runtime.system.SystemPallet;
import io.fairlead.runtime.system.SystemStorage;
import io.fairlead.runtime.timestamp.TimestampPallet;
import io.fairlead.runtime.timestamp.TimestampStorage;
import io.fairlead.substrate.metadata.RuntimeDeclaration.IndexedPallet;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.Store;
import java.util.List;

/**
 * Puts a runtime together: items first, then what answers from items alone, then pallets with their
 * ports. The only place that knows the rules.
 */
public final class Wiring {
  final RuntimeTypes types;
  final Store store = new Store();
  final Block block = new Block(store);
  final Dispatcher dispatcher = new Dispatcher(block);

  final SystemStorage systemItems;
  final TimestampStorage timestampItems;
  final SudoStorage sudoItems;

  final Accounts accounts;
  final BlockUse blockUse;
  final Ledger ledger;
  final SystemPallet system;
  final TimestampPallet timestamp;
  final SudoPallet sudo;
  final AssetsPallet assets;
  final BalancesPallet balances;
  final PaymentPallet payment;
  final SessionPallet session;
  final SignedExtensions extensions;
  final ScriptedManagers scripts;

  /** Pallets in the order of their hooks: ascending by index. */
  final List<Pallet<?>> pallets;

  /** A runtime of {@code types} under {@code rules}, without state. */
  public Wiring(RuntimeTypes types, Rules rules) {
    this.types = types;
    Profile profile = types.profile();
    systemItems = new SystemStorage(store, types.events());
    timestampItems = new TimestampStorage(store);
    sudoItems = new SudoStorage(store);
    var assetsItems = new AssetsStorage(store);
    var balancesItems = new BalancesStorage(store);
    var paymentItems = new PaymentStorage(store);
    var sessionItems = new SessionStorage(store);

    accounts = new Accounts(systemItems, block);
    blockUse = new BlockUse(systemItems);
    ledger = new Ledger(balancesItems, accounts, block);
    var assetLedger = new AssetLedger(assetsItems, accounts, block);
    scripts = new ScriptedManagers(store, ledger);

    var lookup = AccountLookup.ID_ONLY;
    system = new SystemPallet(systemItems, block);
    timestamp = new TimestampPallet(timestampItems, profile.blockMillis() / 2);
    sudo = new SudoPallet(sudoItems, block, dispatcher, lookup);
    assets = new AssetsPallet(assetsItems, assetLedger, lookup);
    balances = new BalancesPallet(balancesItems, ledger, lookup);
    payment = new PaymentPallet(paymentItems, systemItems, ledger, block);
    session = new SessionPallet(sessionItems, block, profile.epochBlocks(), round -> {
    });
    extensions = new SignedExtensions(accounts, blockUse, ledger, payment);

    pallets = List.of(system, timestamp, sudo, assets, balances, payment, session);
    pallets.forEach(dispatcher::add);
  }

  /** What metadata tells of each pallet, ascending by index. */
  List<IndexedPallet> declarations() {
    return List.of(indexed(system.declaration(types.errors(), types.version())),
        indexed(timestamp.declaration()),
        indexed(sudo.declaration(types.anyCall(), types.errors())),
        indexed(assets.declaration()), indexed(balances.declaration()),
        indexed(payment.declaration()), indexed(session.declaration()));
  }

  private IndexedPallet indexed(PalletDeclaration declaration) {
    return new IndexedPallet(types.profile().index(declaration.name()), declaration);
  }

  /** Writes block 0. */
  void genesis(Genesis genesis) {
    system.genesis(types.version());
    genesis.endowments().forEach(each -> ledger.endow(each.account(), each.free()));
    sudoItems.key.put(genesis.sudo());
    payment.genesis();
    session.genesis(genesis.session(), List.of());
    for (var entry : genesis.managers().entrySet()) {
      scripts.deploy(entry.getKey(), entry.getValue());
    }
  }
}
