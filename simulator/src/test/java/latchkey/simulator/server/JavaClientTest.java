package latchkey.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.exception.ManagementException;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.resourcemanager.compute.ComputeManager;
import com.azure.resourcemanager.compute.fluent.ComputeManagementClient;
import com.azure.resourcemanager.compute.fluent.models.VirtualMachineExtensionInner;
import com.azure.resourcemanager.compute.models.PowerState;
import com.azure.resourcemanager.compute.models.VirtualMachineExtensionUpdate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The unmodified Azure SDK for Java against the served world. */
final class JavaClientTest {
    @TempDir static Path directory;
    private static ServedWorld world;
    private static ComputeManager manager;
    private static ComputeManagementClient client;

    @BeforeAll
    static void signsIn() throws Exception {
        world = new ServedWorld(directory);
        manager = manager(secret(false));
        client = manager.serviceClient();
        client.getVirtualMachines().list().stream().count();
    }

    @AfterAll
    static void ends() {
        world.close();
    }

    @BeforeEach
    void beginsAnew() throws Exception {
        world.send("POST", "/_sim/reset", "{\"seed\":3}");
    }

    private static HttpClient http() {
        return new JdkHttpClientBuilder(world.trusting).build();
    }

    private static TokenCredential secret(boolean wrong) throws Exception {
        var user = world.endpoints().path("user");
        return new ClientSecretCredentialBuilder()
                .httpClient(http())
                .authorityHost(world.at(""))
                .disableInstanceDiscovery()
                .tenantId(world.endpoints().path("tenantId").stringValue())
                .clientId(user.path("clientId").stringValue())
                .clientSecret(wrong ? "nonsense" : user.path("clientSecret").stringValue())
                .build();
    }

    private static ComputeManager manager(TokenCredential credential) throws Exception {
        Map<String, String> endpoints = new HashMap<>();
        for (String name :
                new String[] {
                    "managementEndpointUrl",
                    "resourceManagerEndpointUrl",
                    "activeDirectoryEndpointUrl",
                    "activeDirectoryResourceId",
                    "activeDirectoryGraphResourceId",
                    "microsoftGraphResourceId"
                }) {
            endpoints.put(name, world.at("/"));
        }
        var profile =
                new AzureProfile(
                        world.endpoints().path("tenantId").stringValue(),
                        world.endpoints().path("subscriptionId").stringValue(),
                        new AzureEnvironment(endpoints));
        return ComputeManager.configure().withHttpClient(http()).authenticate(credential, profile);
    }

    private static VirtualMachineExtensionInner access(String user, String password) {
        return new VirtualMachineExtensionInner()
                .withLocation("eastus")
                .withPublisher("Microsoft.Compute")
                .withTypePropertiesType("VMAccessAgent")
                .withTypeHandlerVersion("2.4")
                .withAutoUpgradeMinorVersion(true)
                .withSettings(Map.of("UserName", user))
                .withProtectedSettings(Map.of("Password", password));
    }

    private static VirtualMachineExtensionInner put(VirtualMachineExtensionInner wish) {
        return client.getVirtualMachineExtensions()
                .createOrUpdate("rg1", "vm1", "enablevmaccess", wish);
    }

    private static String codeOf(Runnable deed) {
        return catchThrowableOfType(ManagementException.class, deed::run).getValue().getCode();
    }

    @Test
    void resetsReadsUpdatesListsAndDeletes() {
        // When
        var made = put(access("ana", "Correct-Horse-8"));
        var read =
                client.getVirtualMachineExtensions()
                        .getWithResponse(
                                "rg1",
                                "vm1",
                                "enablevmaccess",
                                "instanceView",
                                com.azure.core.util.Context.NONE)
                        .getValue();
        var updated =
                client.getVirtualMachineExtensions()
                        .update(
                                "rg1",
                                "vm1",
                                "enablevmaccess",
                                new VirtualMachineExtensionUpdate().withForceUpdateTag("again"));
        var listed = client.getVirtualMachineExtensions().list("rg1", "vm1").value();
        client.getVirtualMachineExtensions().delete("rg1", "vm1", "enablevmaccess");
        // Then
        assertThat(made.provisioningState()).isEqualTo("Succeeded");
        assertThat(made.protectedSettings()).isNull();
        assertThat(read.instanceView().statuses().getFirst().code())
                .isEqualTo("ProvisioningState/succeeded");
        assertThat(updated.forceUpdateTag()).isEqualTo("again");
        assertThat(listed).hasSize(1);
        assertThat(client.getVirtualMachineExtensions().list("rg1", "vm1").value()).isEmpty();
    }

    @Test
    void theFluentWayDefinesAnExtensionAndReadsTheMachine() {
        // When
        var machine = manager.virtualMachines().getByResourceGroup("rg1", "vm1");
        machine.update()
                .defineNewExtension("enablevmaccess")
                .withPublisher("Microsoft.Compute")
                .withType("VMAccessAgent")
                .withVersion("2.4")
                .withMinorVersionAutoUpgrade()
                .withPublicSetting("UserName", "ana")
                .withProtectedSetting("Password", "Correct-Horse-8")
                .attach()
                .apply();
        // Then
        assertThat(machine.refreshInstanceView().vmAgent().statuses().getFirst().displayStatus())
                .isEqualTo("Ready");
        assertThat(machine.listExtensions()).containsKey("enablevmaccess");
    }

    @Test
    void stopsAndStarts() {
        // When
        client.getVirtualMachines().deallocate("rg1", "vm1");
        var stopped = manager.virtualMachines().getByResourceGroup("rg1", "vm1").powerState();
        var refused = codeOf(() -> put(access("ana", "Correct-Horse-8")));
        client.getVirtualMachines().start("rg1", "vm1");
        // Then
        assertThat(stopped).isEqualTo(PowerState.DEALLOCATED);
        assertThat(refused).isEqualTo("OperationNotAllowed");
        assertThat(manager.virtualMachines().getByResourceGroup("rg1", "vm1").powerState())
                .isEqualTo(PowerState.RUNNING);
    }

    @Test
    void hearsEveryRefusalThroughItsOwnException() {
        assertThat(codeOf(() -> put(access("ana", "x").withTypeHandlerVersion("9.9"))))
                .isEqualTo("ArtifactVersionNotFound");
        assertThat(codeOf(() -> put(access("ana", "x").withTypeHandlerVersion("two"))))
                .isEqualTo("InvalidParameter");
        assertThat(codeOf(() -> put(access("ana", "x").withTypePropertiesType("Unknown"))))
                .isEqualTo("ArtifactNotFound");
        assertThat(
                        codeOf(
                                () ->
                                        client.getVirtualMachineExtensions()
                                                .createOrUpdate(
                                                        "rg1", "vm9", "x", access("a", "b"))))
                .isEqualTo("ParentResourceNotFound");
        assertThat(codeOf(() -> client.getVirtualMachineExtensions().get("rg1", "vm1", "none")))
                .isEqualTo("ResourceNotFound");
        assertThat(codeOf(() -> client.getVirtualMachines().getByResourceGroup("rg9", "vm1")))
                .isEqualTo("ResourceGroupNotFound");
    }

    @Test
    void aGuestsRefusalArrivesWithTheGuestsWords() {
        // When
        var failure =
                catchThrowableOfType(
                        ManagementException.class, () -> put(access("ana", "userPassword")));
        // Then
        assertThat(failure.getValue().getCode()).isEqualTo("VMExtensionProvisioningError");
        assertThat(failure.getValue().getMessage())
                .contains("The password does not meet the password policy requirements.");
    }

    @Test
    void aSilentAgentIsATimeoutSeenInSeconds() throws Exception {
        // Given
        world.send("POST", "/_sim/faults", "{\"id\":\"agent-stopped\",\"vm\":\"vm1\"}");
        var before = Said.JSON.readTree(world.send("GET", "/_sim/state", "").body()).path("now");
        // When
        var code = codeOf(() -> put(access("ana", "Correct-Horse-8")));
        // Then
        var after = Said.JSON.readTree(world.send("GET", "/_sim/state", "").body()).path("now");
        assertThat(code).isEqualTo("VMAgentStatusCommunicationError");
        assertThat(
                        Duration.between(
                                java.time.Instant.parse(before.stringValue()),
                                java.time.Instant.parse(after.stringValue())))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void aWrongSecretIsRefusedAtSignIn() throws Exception {
        var stranger = manager(secret(true));

        assertThatThrownBy(() -> stranger.virtualMachines().getByResourceGroup("rg1", "vm1"))
                .hasMessageContaining("AADSTS7000215");
    }
}
