package dev.jobglass.rules;

import dev.jobglass.settings.WatchRule;
import dev.jobglass.settings.WatchRule.Unit;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;

/** Says rules and what they find in words. */
public final class RuleWords {
    private RuleWords() {
    }

    /**
     * {@return a rule in words}
     *
     * @param rule which
     */
    public static String of(WatchRule rule) {
        return of(rule, rule.agent());
    }

    /**
     * {@return what was found in words}
     *
     * @param finding that
     */
    public static String of(Finding finding) {
        return Messages.joined(of(finding.rule(), finding.who()),
                finding.job() == null ? "" : PlainText.line(finding.job().id()));
    }

    private static String time(int minutes) {
        Unit unit = Unit.of(minutes);
        return Messages.of("rules.time." + unit, minutes / unit.minutes());
    }

    private static String of(WatchRule rule, String agent) {
        String who = agent.isBlank() ? Messages.of("rules.any." + rule.kind()) : PlainText.shortLine(agent);
        return Messages.of("rules.words." + rule.kind(), who, rule.number(),
                time(rule.minutes()));
    }
}
