package io.fairlead.runtime;

/** Where a transaction comes from; the ordinal is the index. */
enum TransactionSource {
  IN_BLOCK("InBlock"), LOCAL("Local"), EXTERNAL("External");

  private final String chainName;

  TransactionSource(String chainName) {
    this.chainName = chainName;
  }

  String chainName() {
    return chainName;
  }
}
