<#-- What the About window and the packages say of the libraries inside. -->
Jobglass contains these libraries:

<#list dependencyMap as e>
${e.getKey().artifactId} ${e.getKey().version} — <#list e.getValue() as licence>${licence}<#if licence_has_next>, </#if></#list>
</#list>

and parts of OpenJDK — GNU General Public License, version 2, with the Classpath Exception;
the typefaces Roboto — Apache License 2.0, and JetBrains Mono — SIL Open Font License 1.1.
