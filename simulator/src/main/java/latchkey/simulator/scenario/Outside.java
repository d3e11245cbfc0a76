package latchkey.simulator.scenario;

import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.scenario.bundle.Ink;
import latchkey.simulator.scenario.bundle.Piece;
import latchkey.simulator.scenario.client.Arm;
import latchkey.simulator.scenario.client.Sight;
import latchkey.simulator.scenario.client.StatusText;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the outside knows of a machine: the control plane's views, and what people saw. */
final class Outside {
    private final Stage stage;

    Outside(Stage stage) {
        this.stage = stage;
    }

    /** The loose files, views first, what people saw last. */
    List<Piece> views(String vm) {
        List<Piece> pieces = new ArrayList<>();
        ArmResponse view = get(stage.machinePath(vm) + "/instanceView");
        if (Arm.isSuccess(view)) {
            pieces.add(view("instance-view.json", view.body()));
            String text = StatusText.of(stage.group(), vm, Arm.json(view));
            pieces.add(view("vm-status.txt", text));
        }
        extensions(vm, pieces);
        activityLog(vm, pieces);
        List<ArmResponse> operations = stage.people().operations();
        if (!operations.isEmpty()) {
            pieces.add(view("operation.json", operations.getLast().body()));
        }
        sights(pieces);
        return pieces;
    }

    private void extensions(String vm, List<Piece> pieces) {
        ArmResponse list = get(stage.machinePath(vm) + "/extensions");
        for (JsonNode extension : Arm.json(list).path("value")) {
            String name = extension.path("name").asString("");
            ArmResponse one = get(stage.extensionPath(vm, name) + "?$expand=instanceView");
            if (Arm.isSuccess(one)) {
                pieces.add(view("extension-" + name + ".json", one.body()));
            }
        }
    }

    private void activityLog(String vm, List<Piece> pieces) {
        String filter =
                "?$filter=eventTimestamp ge '"
                        + stage.world().start()
                        + "' and resourceUri eq '"
                        + stage.machinePath(vm)
                        + "'";
        ArmResponse log =
                get(
                        stage.subscriptionPath()
                                + "/providers/Microsoft.Insights/eventtypes/management/values"
                                + filter);
        if (Arm.isSuccess(log) && !Arm.json(log).path("value").isEmpty()) {
            pieces.add(view("activity-log.json", log.body()));
        }
    }

    private void sights(List<Piece> pieces) {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        for (Sight sight : stage.people().handed()) {
            boolean document = sight.file().matches(".*\\.(json|htm)");
            StringBuilder former = files.remove(sight.file());
            StringBuilder text = former == null ? new StringBuilder() : former;
            files.put(sight.file(), text);
            if (document) {
                text.setLength(0);
            } else if (!text.isEmpty()) {
                text.append("\r\n");
            }
            text.append(sight.text());
        }
        files.forEach(
                (name, text) ->
                        pieces.add(new Piece(name, Piece.Kind.WITNESS, Ink.of(text.toString()))));
    }

    private ArmResponse get(String path) {
        return stage.arm().send(stage.owner(), "GET", path, "");
    }

    private static Piece view(String name, String text) {
        return new Piece(name, Piece.Kind.VIEW, Ink.of(text));
    }
}
