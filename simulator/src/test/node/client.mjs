// The unmodified JavaScript SDK against the simulator. Prints one JSON object.
// usage: NODE_EXTRA_CA_CERTS=DIR/ca.pem node client.mjs DIR/endpoints.json
import { readFileSync } from "node:fs";
import { ComputeManagementClient } from "@azure/arm-compute";
import { ClientSecretCredential } from "@azure/identity";

const world = JSON.parse(readFileSync(process.argv[2], "utf8"));
const credential = (tenant, secret) =>
  new ClientSecretCredential(tenant, world.user.clientId, secret, {
    authorityHost: world.login,
    disableInstanceDiscovery: true,
  });
const client = (using) =>
  new ComputeManagementClient(using, world.subscriptionId, {
    endpoint: world.arm,
    credentials: { scopes: [`${world.arm}/.default`] },
  });
const azure = client(credential(world.tenantId, world.user.clientSecret));
const { resourceGroup: rg } = world;
const [vm, name] = ["vm1", "enablevmaccess"];
const fast = { updateIntervalInMs: 5 };
const wish = (user, password, more = {}) => ({
  location: world.region,
  publisher: "Microsoft.Compute",
  typePropertiesType: "VMAccessAgent",
  typeHandlerVersion: "2.4",
  autoUpgradeMinorVersion: true,
  settings: { UserName: user },
  protectedSettings: { Password: password },
  ...more,
});
const refusal = async (deed) => {
  try {
    await deed();
    return { none: true };
  } catch (e) {
    return { type: e.name, code: e.code ?? null, status: e.statusCode ?? null, message: e.message };
  }
};
const set = (body) => azure.virtualMachineExtensions.createOrUpdate(rg, vm, name, body, fast);
const said = {};

said.made = (await set(wish("ana", "Correct-Horse-8"))).provisioningState;
said.updated = (
  await azure.virtualMachineExtensions.update(rg, vm, name, { forceUpdateTag: "2" }, fast)
).forceUpdateTag;
said.listed = (await azure.virtualMachineExtensions.list(rg, vm)).value.length;
said.read = (
  await azure.virtualMachineExtensions.get(rg, vm, name, { expand: "instanceView" })
).instanceView.statuses[0].code;
said.agent = (await azure.virtualMachines.instanceView(rg, vm)).vmAgent.statuses[0].displayStatus;
said.weak = await refusal(() => set(wish("ben", "userPassword")));
said.version = await refusal(() => set(wish("ana", "x", { typeHandlerVersion: "9.9" })));
said.twice = await refusal(() =>
  azure.virtualMachineExtensions.createOrUpdate(rg, vm, "other", wish("ana", "x"), fast),
);
await azure.virtualMachineExtensions.delete(rg, vm, name, fast);
said.gone = await refusal(() => azure.virtualMachineExtensions.get(rg, vm, name));
await azure.virtualMachines.deallocate(rg, vm, fast);
said.stopped = await refusal(() => set(wish("ana", "Correct-Horse-8")));
await azure.virtualMachines.start(rg, vm, fast);
said.running = (await azure.virtualMachines.instanceView(rg, vm)).statuses.at(-1).code;
await fetch(`${world.sim}/faults`, { method: "POST", body: JSON.stringify({ id: "agent-stopped" }) });
said.silent = await refusal(() => set(wish("ana", "Correct-Horse-8")));
said.secret = await refusal(() =>
  client(credential(world.tenantId, "nonsense")).virtualMachines.get(rg, vm),
);
said.adfs = (await client(credential("adfs", world.user.clientSecret)).virtualMachines.get(rg, vm)).name;
console.log(JSON.stringify(said));
