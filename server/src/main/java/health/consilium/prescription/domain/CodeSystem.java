package health.consilium.prescription.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Code systems of medications by the URI that FHIR knows them by, and the name by which people do. */
public final class CodeSystem {
    private static final Map<String, String> NAMES = Map.of(
            "http://www.whocc.no/atc", "ATC",
            "http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm",
            "http://snomed.info/sct", "SNOMED CT",
            "http://fhir.de/CodeSystem/ifa/pzn", "PZN",
            "http://hl7.org/fhir/sid/ndc", "NDC",
            "https://dmd.nhs.uk", "dm+d");

    private CodeSystem() {}

    /** "ATC J01CA04", or the code alone where its system is not said. */
    public static String said(@Nullable String system, String code) {
        return system == null ? code : NAMES.getOrDefault(system, system) + " " + code;
    }
}
