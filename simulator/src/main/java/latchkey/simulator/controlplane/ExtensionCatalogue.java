package latchkey.simulator.controlplane;

import latchkey.simulator.controlplane.PlatformOptions.Catalogue;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The repository of extension images: what is published, and which version a wish resolves to. */
final class ExtensionCatalogue {
    /**
     * An extension image.
     *
     * @param publisher as published
     * @param type as published
     * @param os Windows or Linux
     * @param versions oldest first
     */
    record Image(String publisher, String type, String os, List<String> versions) {
        String handler() {
            return publisher + "." + type;
        }
    }

    @Known(
            how = How.RECORDED,
            source =
                    "types of a 2016 recording; versions from logs and samples; withdrawal from a"
                            + " 2022 report")
    private static final List<Image> PUBLIC =
            List.of(
                    windows("Microsoft.Compute", "BGInfo", "2.1.0", "2.2.5"),
                    windows(
                            "Microsoft.Compute",
                            "CustomScriptExtension",
                            "1.8",
                            "1.9.5",
                            "1.10.15"),
                    windows("Microsoft.Compute", "JsonADDomainExtension", "1.0.1", "1.3.10"),
                    windows(
                            "Microsoft.Compute",
                            "VMAccessAgent",
                            "2.0.2",
                            "2.3.0",
                            "2.4.2",
                            "2.4.7",
                            "2.4.9",
                            "2.4.9.1"),
                    windows("Microsoft.CPlat.Core", "RunCommandWindows", "1.1.3", "1.1.11"),
                    windows(
                            "Microsoft.Azure.ActiveDirectory",
                            "AADLoginForWindows",
                            "1.0.0.1",
                            "2.0.0.0"),
                    windows("Microsoft.Azure.RecoveryServices", "VMSnapshot", "1.0.88.0"),
                    windows(
                            "Microsoft.Azure.Monitor",
                            "AzureMonitorWindowsAgent",
                            "1.1.5.1",
                            "1.24.0.0"),
                    windows("Microsoft.Azure.Security", "IaaSAntimalware", "1.3.0.0", "1.5.5.9"),
                    windows(
                            "Microsoft.Azure.NetworkWatcher",
                            "NetworkWatcherAgentWindows",
                            "1.4.2798.1"),
                    windows(
                            "Microsoft.EnterpriseCloud.Monitoring",
                            "MicrosoftMonitoringAgent",
                            "1.0.18067.0"),
                    windows("Microsoft.Powershell", "DSC", "2.77.0.0", "2.83.5"),
                    linux("Microsoft.Azure.Extensions", "CustomScript", "2.0.7", "2.1.10"),
                    linux("Microsoft.OSTCExtensions", "VMAccessForLinux", "1.4.0.0", "1.5.11"));

    private final Map<String, Image> images = new LinkedHashMap<>();
    private final boolean exactMinor;

    ExtensionCatalogue(Catalogue which, boolean exactMinor) {
        this.exactMinor = exactMinor;
        PUBLIC.forEach(image -> offer(image, which));
    }

    private void offer(Image image, Catalogue which) {
        boolean isAccess = image.type().equals("VMAccessAgent");
        switch (which) {
            case PUBLIC -> images.put(key(image.publisher(), image.type()), image);
            case WITHDRAWN ->
                    images.put(
                            key(image.publisher(), image.type()),
                            isAccess ? from(image, "2.4") : image);
            case HUB, HUB_WITHOUT_VMACCESS -> {
                boolean wanted = isAccess && which == Catalogue.HUB;
                boolean usual =
                        image.type().startsWith("CustomScript") || image.type().equals("BGInfo");
                if (wanted || usual) {
                    images.put(
                            key(image.publisher(), image.type()),
                            isAccess ? from(image, "2.4") : image);
                }
            }
        }
    }

    /**
     * The operator of a stamp downloads an extension from the public repository; yes when it is
     * there.
     */
    boolean download(String publisher, String type) {
        Optional<Image> found =
                PUBLIC.stream()
                        .filter(
                                image ->
                                        key(image.publisher(), image.type())
                                                .equals(key(publisher, type)))
                        .findFirst();
        found.ifPresent(image -> offer(image, Catalogue.WITHDRAWN));
        return found.isPresent();
    }

    private static Image from(Image image, String first) {
        return new Image(
                image.publisher(),
                image.type(),
                image.os(),
                image.versions().stream().filter(v -> BY_NUMBER.compare(v, first) >= 0).toList());
    }

    private static Image windows(String publisher, String type, String... versions) {
        return new Image(publisher, type, "Windows", List.of(versions));
    }

    private static Image linux(String publisher, String type, String... versions) {
        return new Image(publisher, type, "Linux", List.of(versions));
    }

    Optional<Image> find(String publisher, String type) {
        return Optional.ofNullable(images.get(key(publisher, type)));
    }

    List<Image> all() {
        return List.copyOf(images.values());
    }

    TreeSet<String> publishers() {
        TreeSet<String> names = new TreeSet<>();
        images.values().forEach(image -> names.add(image.publisher()));
        return names;
    }

    /** The version a machine will run. */
    @Known(
            how = How.INFERRED,
            source = "simulator.md 1.9; Linux agent's choice; a 404 reported in 2022")
    Optional<String> resolve(Image image, String requested, boolean autoUpgrade) {
        List<Integer> wanted = numbers(requested);
        boolean published =
                image.versions().stream()
                        .anyMatch(version -> numbers(version).subList(0, 2).equals(wanted));
        if (exactMinor && !published) {
            return Optional.empty();
        }
        return image.versions().stream()
                .filter(
                        version -> {
                            List<Integer> has = numbers(version);
                            return has.get(0).equals(wanted.get(0))
                                    && (autoUpgrade
                                            ? has.get(1) >= wanted.get(1)
                                            : has.get(1).equals(wanted.get(1)));
                        })
                .max(BY_NUMBER);
    }

    static final Comparator<String> BY_NUMBER =
            (a, b) -> {
                List<Integer> left = numbers(a);
                List<Integer> right = numbers(b);
                return Arrays.compare(
                        left.stream().mapToInt(Integer::intValue).toArray(),
                        right.stream().mapToInt(Integer::intValue).toArray());
            };

    private static List<Integer> numbers(String version) {
        return Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList();
    }

    private static String key(String publisher, String type) {
        return Extension.key(publisher + "/" + type);
    }
}
