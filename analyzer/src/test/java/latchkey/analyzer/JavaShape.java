package latchkey.analyzer;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What the compiler's own parser sees in one source file: methods, switches, catches, constants.
 */
final class JavaShape {
    private static final Set<String> EVERYTHING =
            Set.of("Exception", "RuntimeException", "Throwable", "Error");

    private final Path file;
    private final List<Method> methods = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<String> catchAlls = new ArrayList<>();
    private final List<String> undocumented = new ArrayList<>();
    private final Set<String> enumConstants = new TreeSet<>();

    private record Method(String name, long lines, int parameters) {}

    private record Choice(
            long line, Set<String> constants, boolean hasPatterns, boolean hasDefault) {}

    private JavaShape(Path file) {
        this.file = file;
    }

    static JavaShape of(Path file, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject source =
                new SimpleJavaFileObject(
                        URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task =
                (JavacTask)
                        compiler.getTask(
                                null, null, null, List.of("-proc:none"), null, List.of(source));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            JavaShape shape = new JavaShape(file);
            shape.new Reader(unit, Trees.instance(task)).scan(new TreePath(unit), null);
            return shape;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be parsed", e);
        }
    }

    Path file() {
        return file;
    }

    Set<String> enumConstants() {
        return enumConstants;
    }

    Stream<String> methodsLongerThan(int limit) {
        return methods.stream()
                .filter(method -> method.lines() > limit)
                .map(method -> file + " " + method.name() + " has " + method.lines() + " lines");
    }

    Stream<String> methodsWithMoreParametersThan(int limit) {
        return methods.stream()
                .filter(method -> method.parameters() > limit)
                .map(
                        method ->
                                file
                                        + " "
                                        + method.name()
                                        + " has "
                                        + method.parameters()
                                        + " parameters");
    }

    Stream<String> catchAlls() {
        return catchAlls.stream();
    }

    Stream<String> typesWithoutDoc() {
        return undocumented.stream();
    }

    /**
     * Switches with a default although the compiler could keep them complete: over patterns, or
     * over our own constants.
     */
    Stream<String> defaultsOverOwnTypes(Set<String> ownConstants) {
        return choices.stream()
                .filter(Choice::hasDefault)
                .filter(
                        choice ->
                                choice.hasPatterns()
                                        || (!choice.constants().isEmpty()
                                                && ownConstants.containsAll(choice.constants())))
                .map(choice -> file + " line " + choice.line() + " has a default");
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;

        Reader(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
        }

        private long line(Tree tree) {
            return unit.getLineMap()
                    .getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
        }

        private long lastLine(Tree tree) {
            return unit.getLineMap()
                    .getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree));
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean isOutermost =
                    getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
            if (isOutermost && trees.getDocComment(getCurrentPath()) == null) {
                undocumented.add(file + " " + type.getSimpleName() + " has no sentence of its own");
            }
            if (type.getKind() == Tree.Kind.ENUM) {
                for (Tree member : type.getMembers()) {
                    if (member instanceof VariableTree constant
                            && constant.getType() instanceof IdentifierTree ofType
                            && ofType.getName().contentEquals(type.getSimpleName())) {
                        enumConstants.add(constant.getName().toString());
                    }
                }
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long lines =
                    method.getBody() == null
                            ? 1
                            : lastLine(method.getBody()) - line(method.getBody()) + 1;
            boolean isOfRecord =
                    getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
            // A record is what replaces a long list of parameters, so its own constructor may have
            // one.
            boolean isConstructor = method.getName().contentEquals("<init>");
            int parameters = isOfRecord && isConstructor ? 0 : method.getParameters().size();
            methods.add(new Method(method.getName().toString(), lines, parameters));
            return super.visitMethod(method, null);
        }

        @Override
        public Void visitSwitch(SwitchTree choice, Void nothing) {
            choices.add(choice(choice, choice.getCases()));
            return super.visitSwitch(choice, null);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree choice, Void nothing) {
            choices.add(choice(choice, choice.getCases()));
            return super.visitSwitchExpression(choice, null);
        }

        @Override
        public Void visitCatch(CatchTree caught, Void nothing) {
            Tree type = caught.getParameter().getType();
            List<? extends Tree> types =
                    type instanceof UnionTypeTree union
                            ? union.getTypeAlternatives()
                            : List.of(type);
            for (Tree each : types) {
                if (EVERYTHING.contains(each.toString())) {
                    catchAlls.add(file + " line " + line(caught) + " catches " + each);
                }
            }
            return super.visitCatch(caught, null);
        }

        private Choice choice(Tree tree, List<? extends CaseTree> cases) {
            Set<String> constants = new TreeSet<>();
            boolean hasPatterns = false;
            boolean hasDefault = false;
            for (CaseTree each : cases) {
                for (CaseLabelTree label : each.getLabels()) {
                    hasDefault |= label instanceof DefaultCaseLabelTree;
                    hasPatterns |= label instanceof PatternCaseLabelTree;
                    if (label instanceof ConstantCaseLabelTree constant) {
                        constants.add(constant.getConstantExpression().toString());
                    }
                }
            }
            return new Choice(line(tree), constants, hasPatterns, hasDefault);
        }
    }
}
