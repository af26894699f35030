package org.redoubt.app.laws;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.redoubt.topology.law.OutermostLoop;

/**
 * A catch names what it expects; only a thread's {@link OutermostLoop} catches Exception or Throwable. This law reads
 * the sources, as javac parses them: in class files a try-with-resources looks like a catch of Throwable.
 */
final class BroadCatches extends TreePathScanner<Void, List<String>> {
    private static final Set<String> EVERYTHING =
            Set.of("Exception", "Throwable", "java.lang.Exception", "java.lang.Throwable");

    private final Trees trees;

    private BroadCatches(Trees trees) {
        this.trees = trees;
    }

    /** Where the sources below these folders catch everything: file and line of each place. */
    static List<String> in(List<Path> folders) {
        List<Path> sources = folders.stream().flatMap(BroadCatches::sources).toList();
        List<String> found = new ArrayList<>();
        if (sources.isEmpty()) {
            return found;
        }
        var javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    javac.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            BroadCatches scanner = new BroadCatches(Trees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public Void visitMethod(MethodTree method, List<String> found) {
        boolean outermost = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().endsWith("OutermostLoop"));
        return outermost ? null : super.visitMethod(method, found);
    }

    @Override
    public Void visitCatch(CatchTree caught, List<String> found) {
        Tree type = caught.getParameter().getType();
        List<? extends Tree> types = type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
        if (types.stream().anyMatch(each -> EVERYTHING.contains(each.toString()))) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long at = trees.getSourcePositions().getStartPosition(unit, caught);
            found.add(Path.of(unit.getSourceFile().toUri()) + ":"
                    + unit.getLineMap().getLineNumber(at) + " catches everything");
        }
        return super.visitCatch(caught, found);
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
