package io.fairlead.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Which rooms of the twin see what: facts and folds are pure, and each library has its one door. */
class TwinHouseTest {
  private static final String TWIN = "io.fairlead.twin..";
  private static final String FEED = "io.fairlead.twin.feed..";
  private static final String LOAD = "io.fairlead.twin.load..";
  private static final String BENCH = "io.fairlead.twin.bench..";
  private static final String API = "io.fairlead.twin.api..";
  private static final String TABLE = "io.fairlead.twin.table..";
  private static final String[] PURE = {"io.fairlead.twin.fact..", "io.fairlead.twin.operator..",
      "io.fairlead.twin.delegator..", "io.fairlead.twin.blueprint..", "io.fairlead.twin.request..",
      "io.fairlead.twin.service..", "io.fairlead.twin.job..", "io.fairlead.twin.slash..",
      "io.fairlead.twin.reward..", "io.fairlead.twin.chain..", "io.fairlead.twin.audit.."};

  @Test
  void facts_states_and_folds_see_no_actor_database_node_or_clock() {
    noClasses().that().resideInAnyPackage(PURE).should().dependOnClassesThat()
        .resideInAnyPackage("akka..", "scala..", "java.sql..", "org.h2..", "com.zaxxer..",
            "com.fasterxml..", "io.fairlead.client..", "java.net..", "java.nio.file..",
            "java.util.concurrent..", "java.time..", FEED, API)
        .check(Production.CLASSES);
  }

  @Test
  void every_portrait_is_pure() {
    classes().that().haveSimpleNameEndingWith("Portrait").and().resideInAPackage(TWIN).should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("akka..", "java.sql..", "com.fasterxml..",
            "java.util.concurrent..", "java.time..")
        .check(Production.CLASSES);
  }

  @Test
  void the_replica_sees_no_actor() {
    noClasses().that().resideInAPackage("io.fairlead.twin.replica..").should()
        .dependOnClassesThat().resideInAnyPackage("akka..", "java.sql..", "io.fairlead.client..")
        .check(Production.CLASSES);
  }

  /** The bench makes up what a node would send. */
  @Test
  void only_feed_load_and_bench_know_the_client() {
    noClasses().that().resideInAPackage(TWIN).and().resideOutsideOfPackages(FEED, LOAD, BENCH)
        .should()
        .dependOnClassesThat().resideInAPackage("io.fairlead.client..")
        .check(Production.CLASSES);
  }

  /** And the feed, where a subscription gives it some. */
  @Test
  void only_the_api_sees_json() {
    noClasses().that().resideInAPackage(TWIN).and().resideOutsideOfPackages(API, FEED).should()
        .dependOnClassesThat().resideInAPackage("com.fasterxml..")
        .check(Production.CLASSES);
  }

  @Test
  void only_the_tables_and_the_journal_speak_sql() {
    noClasses().that().resideInAPackage(TWIN).and().resideOutsideOfPackages(TABLE,
        "io.fairlead.twin").should().dependOnClassesThat().resideInAPackage("java.sql..")
        .check(Production.CLASSES);
  }
}
