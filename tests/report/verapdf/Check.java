import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds PDF files to standards: Check ua1,3a FILE... One line each: file, standard, assertions, broken rules. */
public class Check {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (int place = 1; place < arguments.length; place++) {
      for (String flavour : arguments[0].split(",")) {
        System.out.println(arguments[place] + "\t" + flavour + "\t" + checked(arguments[place], flavour));
      }
    }
  }

  private static String checked(String file, String name) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.fromString(name);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      Set<String> broken = new TreeSet<>();
      for (TestAssertion each : result.getTestAssertions()) {
        if (each.getStatus() == TestAssertion.Status.FAILED) {
          broken.add(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber());
        }
      }
      if (broken.isEmpty() && !result.isCompliant()) {
        broken.add("not compliant");
      }
      return result.getTotalAssertions() + "\t" + String.join(",", broken);
    }
  }
}
