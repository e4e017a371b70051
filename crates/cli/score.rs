//! `balise score`: how well the reader reads, beside figures that people found in the same texts.

use balise_desk::Error;
use balise_desk::score::{Entry, FaultKind, Options, Scored, score as judge};
use balise_model::Problem;
use balise_words::{args, number, text, text_with};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::{Call, End, Outcome, say};

pub(crate) fn score(call: &Call<'_>) -> Outcome {
    let gold = call.path("gold");
    let entries = entries(gold)?;
    let beside = gold.parent().unwrap_or(Path::new("")).to_owned();
    let folder = call.args.get_one::<PathBuf>("texts").cloned().unwrap_or(beside);
    let texts: Result<Vec<String>, Error> = entries
        .iter()
        .map(|entry| folder.join(entry.file()))
        .map(|path| std::fs::read_to_string(&path).map_err(Error::io(&path)))
        .collect();
    let options = Options {
        skip_title: call.args.get_flag("skip-title"),
        folds: call.args.get_one("folds").copied().unwrap_or(5),
    };
    let scored = judge(&entries, texts?, options);
    if call.json {
        say::json(&scored);
    } else {
        print!("{}", Page { call, scored: &scored }.whole());
    }
    Ok(End::Done)
}

fn entries(gold: &Path) -> Result<Vec<Entry>, Error> {
    let lines = std::fs::read_to_string(gold).map_err(Error::io(gold))?;
    let numbered = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let entry = |(n, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|e| {
            let problem = Problem::new("gold-not-read").with("file", gold.display()).with("line", n + 1);
            Error::Said(problem.detail(e))
        })
    };
    numbered.map(entry).collect()
}

/// The score for a person.
struct Page<'a> {
    call: &'a Call<'a>,
    scored: &'a Scored,
}

impl Page<'_> {
    fn whole(&self) -> String {
        [self.counts(), self.table(), self.fields(), self.confidence(), self.folds(), self.errors()]
            .join("\n")
    }

    fn say(&self, key: &str, values: &[(&str, String)]) -> String {
        let mut given = args::<String, 0>([]);
        for (name, value) in values {
            given.set(*name, value.clone());
        }
        text_with(self.call.lang, key, &given) + "\n"
    }

    fn count(&self, count: usize) -> String {
        number(self.call.lang, count as f64)
    }

    /// Three decimals, with the language's comma.
    fn share(&self, share: f64) -> String {
        format!("{share:.3}").replace('.', &text(self.call.lang, "decimal-sign"))
    }

    fn counts(&self) -> String {
        let tally = &self.scored.tally;
        let counts = [
            ("articles", self.scored.articles),
            ("gold", tally.gold),
            ("read", tally.predicted),
            ("counted", tally.counted()),
            ("repeats", tally.ignored_repeats),
            ("optional", tally.ignored_optional),
            ("wrong", tally.wrong),
            ("distractors", tally.distractors_reported),
        ];
        self.say("score-counts", &counts.map(|(name, count)| (name, self.count(count))))
    }

    fn table(&self) -> String {
        let words = |key: &str| text(self.call.lang, key);
        let columns = ["score-right", "score-precision", "score-recall", "score-f1"].map(words);
        let mut out = format!("{:44}{}\n", "", columns.map(|c| format!("{c:>11}")).concat());
        for (name, rates) in self.scored.tally.table() {
            let line = words(&format!("score-line-{}", name.replace('_', "-")));
            let shares = [rates.precision, rates.recall, rates.f1].map(|s| format!("{:>11}", self.share(s)));
            out += &format!("{line:44}{:>11}{}\n", self.count(rates.right), shares.concat());
        }
        out
    }

    fn fields(&self) -> String {
        let shares = self.scored.tally.fields().map(|(name, share)| (name, self.share(share)));
        self.say("score-fields", &shares)
    }

    fn confidence(&self) -> String {
        let sure = &self.scored.confidence;
        let values = [
            ("brier", self.share(sure.brier)),
            ("sure", self.count(sure.sure)),
            ("right", self.share(sure.sure_right)),
        ];
        let mut out = self.say("score-confidence", &values);
        for step in &sure.steps {
            let values = [
                ("from", self.share(step.from)),
                ("number", self.count(step.number)),
                ("said", self.share(step.said)),
                ("right", self.share(step.right)),
            ];
            out += &format!("  {}", self.say("score-step", &values));
        }
        out
    }

    fn folds(&self) -> String {
        let folds = &self.scored.folds;
        let lines = [
            ("score-line-found", folds.found, folds.found_interval),
            ("score-line-all", folds.all, folds.all_interval),
        ];
        let mut out = self.say("score-folds", &[("number", self.count(folds.number))]);
        for (line, spread, interval) in lines {
            let values = [
                ("what", text(self.call.lang, line)),
                ("mean", self.share(spread.mean)),
                ("lowest", self.share(spread.lowest)),
                ("highest", self.share(spread.highest)),
                ("low", self.share(interval.low)),
                ("high", self.share(interval.high)),
            ];
            out += &format!("  {}", self.say("score-fold", &values));
        }
        out
    }

    /// What is wrong, by kind; of what was taken for something else, first how often what for what.
    fn errors(&self) -> String {
        let mut out = String::new();
        for kind in FaultKind::ALL {
            let faults: Vec<_> = self.scored.errors.iter().filter(|f| f.kind == kind).collect();
            let name = serde_json::to_value(kind).unwrap_or_default();
            let key = format!("score-error-{}", name.as_str().unwrap_or_default().replace('_', "-"));
            out += &self.say(&key, &[("number", self.count(faults.len()))]);
            let mut confused: BTreeMap<(&str, &str), usize> = BTreeMap::new();
            for fault in &faults {
                let pair = (fault.gold.as_deref(), fault.read.as_deref());
                if let (FaultKind::Indicator, (Some(gold), Some(read))) = (kind, pair) {
                    *confused.entry((gold, read)).or_default() += 1;
                }
            }
            for ((gold, read), count) in confused {
                out += &format!("  {count:>4} × {gold} → {read}\n");
            }
            for fault in faults {
                let said = [&fault.gold, &fault.read].map(|s| s.as_deref().unwrap_or("–"));
                let sentence = fault.sentence.split_whitespace().collect::<Vec<_>>().join(" ");
                let value = number(self.call.lang, fault.value);
                out += &format!("  {}  {value}  {} → {}\n      {sentence}\n", fault.id, said[0], said[1]);
            }
        }
        out
    }
}
