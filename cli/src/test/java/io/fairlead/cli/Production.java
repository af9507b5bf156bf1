package io.fairlead.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** All classes of ours that are delivered: this module's class path is the only one that sees all. */
final class Production {

  static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .withImportOption(Production::isNoTestJar)
      .importPackages("io.fairlead");

  private Production() {}

  private static boolean isNoTestJar(Location location) {
    return !location.contains("-tests.jar") && !location.contains("fairlead-testing")
        && !location.contains("/testing/target/");
  }
}
