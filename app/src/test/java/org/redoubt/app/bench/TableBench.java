package org.redoubt.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.views.table.VmLines;
import org.redoubt.views.table.VmTable;
import org.redoubt.views.words.Names;

/**
 * How long the toolkit's thread is held by sorting, filtering, refreshing and selecting all lines: the console's table
 * beside a stock TableView over sorted and filtered lists of the same names. What of ours is worked out on the thread
 * beside it stands in brackets. Run by {@code app/bench/table}; how long the stock table sorts while
 * everything is selected grows with the square of its lines, so that this is measured on few of them.
 */
public final class TableBench extends Application {

    private record Line(String name, String host, double load) {}

    /** Processor time: what else runs on the machine does not count. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final StackPane root = new StackPane();

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(root, 1200, 800));
        stage.show();
        Platform.runLater(() -> {
            System.out.println(
                    "table\tlines\tshow ms\tsort ms\tfilter ms\trefresh ms\tselect all ms\tsort all selected ms");
            for (int round = 0; round < 5; round++) {
                own(40_000);
            }
            for (int lines : new int[] {5_000, 5_000, 10_000}) {
                stock(lines, true);
            }
            stock(20_000, false);
            stock(40_000, false);
            System.exit(0);
        });
    }

    private double timed(Runnable work) {
        long begun = THREADS.getCurrentThreadCpuTime();
        work.run();
        root.applyCss();
        root.layout();
        return (THREADS.getCurrentThreadCpuTime() - begun) / 1e6;
    }

    private static Site site(Site before, int vms, long round) {
        List<Assertion<?>> said = new ArrayList<>();
        for (int i = 0; i < vms; i++) {
            ElementId id = ElementId.vm("u-" + i);
            said.add(new Assertion<>(id, Attributes.NAME, "vm-" + i));
            said.add(new Assertion<>(id, Attributes.STATE, RunState.RUNNING));
            said.add(new Assertion<>(id, Attributes.RUNS_ON, ElementId.host("node-" + (i * 7 % 2_500))));
            said.add(new Assertion<>(id, Attributes.CPU_LOAD, (i * 31 + round) % 1_000 / 1_000.0));
        }
        return Folding.fold(before, new Fact.Report(new Source("libvirt", "all"), round, round, said));
    }

    private void own(int vms) {
        VmLines lines = new VmLines();
        VmTable table = new VmTable(id -> {}, id -> {}, () -> {});
        Site site = site(Site.empty("x"), vms, 1);
        Site newer = site(site, vms, 2);
        TableView<?>[] view = new TableView<?>[1];
        List<String> said = new ArrayList<>();
        said.add(step(lines, table, site, () -> root.getChildren().setAll(table)));
        view[0] = (TableView<?>) ((Parent) table).lookup("#vm-table");
        said.add(step(lines, table, site, () -> sortBy(view[0], 5)));
        said.add(step(lines, table, site, () -> ((TextField) table.lookup("#vm-filter")).setText("vm-39")));
        step(lines, table, site, () -> ((TextField) table.lookup("#vm-filter")).setText(""));
        said.add(step(lines, table, newer, () -> {}));
        double all = timed(() -> view[0].getSelectionModel().selectAll());
        String sorted = step(lines, table, newer, () -> sortBy(view[0], 1));
        System.out.printf("own\t%,d\t%s\t%.1f\t%s%n", vms, String.join("\t", said), all, sorted);
    }

    private static <T> void sortBy(TableView<T> view, int column) {
        view.getSortOrder().setAll(List.of(view.getColumns().get(column)));
    }

    private String step(VmLines lines, VmTable table, Site site, Runnable wish) {
        double held = timed(wish);
        long begun = THREADS.getCurrentThreadCpuTime();
        VmLines.View view = lines.follow(site, table.wish());
        double beside = (THREADS.getCurrentThreadCpuTime() - begun) / 1e6;
        held += timed(() -> table.show(view));
        return "%.1f (%.0f)".formatted(held, beside);
    }

    private void stock(int lines, boolean selects) {
        List<Line> all = IntStream.range(0, lines)
                .mapToObj(i -> new Line("vm-" + i, "node-" + i * 7 % 2_500, i * 31 % 1_000 / 1_000.0))
                .toList();
        var rows = FXCollections.observableArrayList(all);
        FilteredList<Line> filtered = new FilteredList<>(rows);
        SortedList<Line> sorted = new SortedList<>(filtered);
        TableView<Line> table = new TableView<>();
        table.getColumns().add(column("Name", Line::name, Names.ORDER));
        table.getColumns().add(column("Host", Line::host, Names.ORDER));
        table.getColumns().add(column("CPU load", Line::load, Comparator.naturalOrder()));
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        double show = timed(() -> root.getChildren().setAll(table));
        double sort = timed(() -> sortBy(table, 2));
        double filter = timed(() -> filtered.setPredicate(line -> line.name().contains("vm-39")));
        filtered.setPredicate(null);
        double refresh = timed(() -> rows.setAll(List.copyOf(all)));
        double select = timed(() -> table.getSelectionModel().selectAll());
        double again = selects ? timed(() -> sortBy(table, 1)) : Double.NaN;
        System.out.printf(
                "stock\t%,d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f%n", lines, show, sort, filter, refresh, select, again);
    }

    private static <V> TableColumn<Line, V> column(String title, Function<Line, V> value, Comparator<? super V> order) {
        TableColumn<Line, V> column = new TableColumn<>(title);
        column.setPrefWidth(200);
        column.setComparator(order::compare);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        return column;
    }
}
