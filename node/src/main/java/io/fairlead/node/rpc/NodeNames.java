package io.fairlead.node.rpc;

/**
 * What a node says of itself.
 *
 * @param chain as explorers show it
 * @param name of the program
 * @param version of the program
 * @param ss58Format prefix of addresses
 * @param tokenDecimals digits of a unit after the point
 */
public record NodeNames(String chain, String name, String version, int ss58Format,
    int tokenDecimals, String tokenSymbol) {}
