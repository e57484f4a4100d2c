package io.verigate.rules.compile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The kinds of classes that rules compile to, each with the members (`owner.name`) and classes that it may use. Anything
/// that is not listed is refused.
enum CompiledKind {
    /// A lambda: one constraint, one binding or one `then`.
    LAMBDA(
            "io/verigate/rules/compiled/P[0-9A-F]{2}/Lambda(Predicate|Extractor|Consequence)[0-9A-F]{32}",
            """
            java/lang/Enum.<init> java/lang/Enum.valueOf java/lang/System.arraycopy java/lang/Long.valueOf
            java/lang/Boolean.valueOf
            org/drools/model/functions/PredicateInformation.<init>
            org/drools/model/functions/PredicateInformation.addRuleNames
            org/drools/model/functions/PredicateInformation.setMoreThanMaxRuleDefs
            """,
            "java/lang/Exception java/lang/Class"),
    /// Metadata about the classes used in rules.
    METADATA(
            "io/verigate/rules/compiled/DomainClassesMetadata[0-9A-F]{32}(\\$[A-Za-z_]+)?",
            """
            java/lang/Object.<init> java/lang/RuntimeException.<init> java/lang/String.equals
            java/lang/String.hashCode java/lang/invoke/StringConcatFactory.makeConcatWithConstants
            org/drools/model/DomainClassMetadata.getPropertyIndex
            """,
            "java/lang/Class java/lang/invoke/MethodHandles java/lang/invoke/MethodHandles$Lookup java/time/Duration java/time/Instant"),
    /// Assembles rules from lambdas.
    MODEL(
            "io/verigate/rules/compiled/Rules[0-9A-F]{32}((RuleMethods|Rules)[0-9]{1,4})?",
            """
            java/lang/Object.<init> java/lang/Long.valueOf java/lang/Long.TYPE java/lang/Boolean.valueOf
            java/lang/Boolean.TYPE
            java/util/ArrayList.<init> java/util/Arrays.asList java/util/Collections.emptyList java/util/List.add
            java/util/List.addAll
            java/util/Locale.ENGLISH java/time/format/DateTimeFormatterBuilder.<init>
            java/time/format/DateTimeFormatterBuilder.appendPattern
            java/time/format/DateTimeFormatterBuilder.parseCaseInsensitive
            java/time/format/DateTimeFormatterBuilder.toFormatter org/drools/util/DateUtils.getDateFormatMask
            org/drools/model/DomainClassMetadata.getPropertyIndex
            org/drools/model/PatternDSL$PatternDef.bind org/drools/model/PatternDSL$PatternDef.expr
            org/drools/model/RulesSupplier.getRules
            org/drools/model/consequences/ConsequenceBuilder$_1.execute
            org/drools/model/consequences/ConsequenceBuilder$_2.execute
            org/drools/model/consequences/ConsequenceBuilder$_3.execute
            org/drools/model/consequences/ConsequenceBuilder$_4.execute
            org/drools/model/impl/RuleBuilder.build org/drools/model/impl/RuleBuilder.metadata
            org/drools/modelcompiler/dsl/pattern/D.alphaIndexedBy org/drools/modelcompiler/dsl/pattern/D.declarationOf
            org/drools/modelcompiler/dsl/pattern/D.globalOf org/drools/modelcompiler/dsl/pattern/D.on
            org/drools/modelcompiler/dsl/pattern/D.pattern org/drools/modelcompiler/dsl/pattern/D.reactOn
            org/drools/modelcompiler/dsl/pattern/D.rule
            """,
            "org/drools/model/Model org/drools/model/Rule org/drools/model/RuleItemBuilder java/time/Duration java/time/Instant java/lang/Class"),
    /// The generated `Request`, through which rules read facts.
    REQUEST(
            "io/verigate/rules/compiled/Request",
            """
            java/lang/Object.<init> java/lang/String.equals java/time/Duration.compareTo java/time/Duration.ofMillis
            java/time/Instant.compareTo io/verigate/decision/Facts.count
            io/verigate/decision/Facts.duration io/verigate/decision/Facts.flag io/verigate/decision/Facts.text
            io/verigate/decision/Facts.time io/verigate/policy/PolicyTexts.text io/verigate/policy/PolicyTexts.lists
            """,
            "java/time/Instant"),
    /// The module model, which names the rule set.
    PROJECT(
            "org/drools/project/model/ProjectModel_[A-Za-z0-9_]+",
            """
            java/lang/Object.<init> java/lang/IllegalArgumentException.<init> java/lang/String.equals
            java/lang/String.hashCode java/lang/invoke/StringConcatFactory.makeConcatWithConstants
            java/util/Arrays.asList
            org/kie/api/KieServices.get org/kie/api/KieServices.newKieModuleModel
            org/kie/api/builder/model/KieBaseModel.addPackage
            org/kie/api/builder/model/KieBaseModel.newKieSessionModel
            org/kie/api/builder/model/KieBaseModel.setDefault
            org/kie/api/builder/model/KieBaseModel.setEventProcessingMode
            org/kie/api/builder/model/KieBaseModel.setMutability
            org/kie/api/builder/model/KieModuleModel.newKieBaseModel
            org/kie/api/builder/model/KieSessionModel.setClockType
            org/kie/api/builder/model/KieSessionModel.setDefault
            org/kie/api/builder/model/KieSessionModel.setType
            org/kie/api/conf/EventProcessingOption.CLOUD org/kie/api/conf/KieBaseMutabilityOption.ALLOWED
            org/kie/api/runtime/conf/ClockTypeOption.get org/kie/util/maven/support/ReleaseIdImpl.<init>
            """,
            "java/lang/invoke/MethodHandles java/lang/invoke/MethodHandles$Lookup org/drools/model/Model org/drools/modelcompiler/CanonicalKieModuleModel org/kie/api/builder/model/KieSessionModel$KieSessionType");

    // Constraints, enum constants and functional interfaces: every member of these is harmless.
    private static final Set<String> WHOLE =
            Set.of(
                    "io/verigate/rules/runtime/Findings",
                    "org/drools/model/Index$ConstraintType",
                    "org/kie/api/builder/model/KieSessionModel$KieSessionType");
    private static final Pattern COMPARING =
            Pattern.compile(
                    "org/drools/modelcompiler/util/EvaluationUtil\\.(areNullSafeEquals|areNumbersNullSafeEquals|equals|notEquals|greaterThan|lessThan|greaterOrEqual|lessOrEqual|(greaterThan|lessThan|greaterOrEqual|lessOrEqual)Numbers)");
    private static final Pattern FUNCTION =
            Pattern.compile(
                    "org/drools/model/functions/(HashedExpression|(Predicate|Function|Block)[0-9])");

    private final Pattern name;
    private final Set<String> members;
    private final Set<String> types;

    CompiledKind(String name, String members, String types) {
        this.name = Pattern.compile(name);
        this.members = Set.of(members.strip().split("\\s+"));
        this.types =
                Stream.concat(
                                this.members.stream()
                                        .map(member ->
                                                member.substring(0, member.lastIndexOf('.'))),
                                Stream.of(types.split(" ")))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// The kind of a class by its name; empty when rules never compile to such a class.
    static Optional<CompiledKind> of(String internalName) {
        return Stream.of(values())
                .filter(kind -> kind.name.matcher(internalName).matches())
                .findFirst();
    }

    /// Whether it may use a member of a class outside of the rule set.
    boolean mayTouch(String owner, String member) {
        String both = owner + "." + member;
        return members.contains(both)
                || WHOLE.contains(owner)
                || this == LAMBDA && COMPARING.matcher(both).matches();
    }

    /// Whether it may reference a class outside of the rule set.
    boolean mayName(String type) {
        return types.contains(type)
                || WHOLE.contains(type)
                || type.equals("java/lang/Object")
                || type.equals("java/lang/String")
                || FUNCTION.matcher(type).matches()
                || type.startsWith("org/drools/model/") && this != LAMBDA
                || type.equals("org/drools/modelcompiler/util/EvaluationUtil") && this == LAMBDA
                || type.equals("java/time/Duration")
                || type.equals("java/lang/Long");
    }

    /// Whether it may concatenate strings (`invokedynamic`), which Drools does in error messages.
    boolean mayJoinTexts() {
        return this == METADATA || this == PROJECT;
    }

    private static final Map<CompiledKind, Set<CompiledKind>> USES =
            Map.of(
                    LAMBDA, Set.of(REQUEST),
                    METADATA, Set.of(METADATA, REQUEST),
                    MODEL, Set.of(MODEL, METADATA, LAMBDA, REQUEST),
                    REQUEST, Set.of(),
                    PROJECT, Set.of(MODEL));

    /// Whether it may use compiled classes of another kind.
    boolean mayUse(CompiledKind other) {
        return USES.getOrDefault(this, Set.of()).contains(other);
    }
}
