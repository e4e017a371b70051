//! Acts by chance, for whoever kills this process: the same seed on the same library does the same acts. A line says
//! what is about to be done, another, once it is safe, its number and the hash of all decisions. So the killer knows
//! what must be there, and what at most may be there besides.

use balise_desk::library::{Done, Error as LibraryError, Standing};
use balise_desk::{Desk, Error, Written};
use balise_model::{DocumentId, FigureId, Status};
use serde_json::{Value, json};
use std::io::Write;

/// How many acts, from which seed, and after how many of them the hash is told.
pub(super) struct Plan {
    pub(super) count: usize,
    pub(super) seed: u64,
    pub(super) every: usize,
}

enum Move {
    Review(Vec<FigureId>, Status),
    Correct(FigureId, u64),
    Trash(DocumentId),
    Restore(DocumentId),
    Undo,
    UndoAct(i64),
    Redo,
}

pub(super) fn drive(desk: &mut Desk, plan: &Plan) -> Result<usize, Error> {
    let figures: Vec<FigureId> = desk.library().figures(None)?.iter().map(|c| c.figure.id).collect();
    let documents = desk.library().document_ids(None, 10_000)?;
    let mut drive = Drive { desk, figures, documents, chance: plan.seed, undone: Vec::new() };
    say(&json!({ "seq": drive.desk.library().act_count()?, "state": drive.desk.library().state_hash()? }));
    let mut done = 0;
    while done < plan.count {
        let next = drive.choose()?;
        say(&drive.intent(&next));
        match drive.make(next) {
            Ok(act) => {
                done += 1;
                let told = done % plan.every.max(1) == 0 || done == plan.count;
                let state = told.then(|| drive.desk.library().state_hash()).transpose()?;
                say(&json!({ "seq": act.seq, "state": state }));
            }
            // Something later builds on the act that was to be undone: nothing happened.
            Err(Error::Library(LibraryError::BuiltUpon(_))) => say(&json!({ "refused": true })),
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

/// A line that is out when this returns.
fn say(line: &Value) {
    let mut out = std::io::stdout().lock();
    // Nobody listens any more: the next act tells.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

struct Drive<'d> {
    desk: &'d mut Desk,
    figures: Vec<FigureId>,
    documents: Vec<DocumentId>,
    chance: u64,
    /// Acts that redo reaches, the one it reaches first last.
    undone: Vec<i64>,
}

impl Drive<'_> {
    /// A number below `below`, from a fixed sequence that looks like chance.
    fn below(&mut self, below: usize) -> usize {
        self.chance =
            self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 33) as usize % below.max(1)
    }

    fn choose(&mut self) -> Result<Move, Error> {
        let standing = self.standing()?;
        let roll = self.below(12);
        let at = self.below(self.documents.len());
        let document = self.documents[at];
        Ok(match roll {
            0..=2 => Move::Review(self.some_figures(), Status::Accepted),
            3 | 4 => Move::Review(self.some_figures(), Status::Rejected),
            5 => Move::Correct(self.some_figures()[0], 100 + self.below(900) as u64),
            6 if self.desk.library().is_trashed(document)? => Move::Restore(document),
            6 => Move::Trash(document),
            7 | 8 if !standing.is_empty() => Move::Undo,
            9 if !standing.is_empty() => Move::UndoAct(standing[self.below(standing.len())]),
            10 | 11 if !self.undone.is_empty() => Move::Redo,
            _ => Move::Review(self.some_figures(), Status::Accepted),
        })
    }

    /// The last acts that can be undone, latest first; an import stays, or there would be nothing to act on.
    fn standing(&self) -> Result<Vec<i64>, Error> {
        let acts = self.desk.library().history(None, 40)?;
        let open =
            |e: &&balise_desk::library::Entry| e.standing == Standing::Stands && e.act.kind != "import";
        Ok(acts.iter().filter(open).map(|e| e.seq).collect())
    }

    fn some_figures(&mut self) -> Vec<FigureId> {
        let count = 1 + self.below(3);
        let mut place = || self.below(self.figures.len());
        let places: Vec<usize> = (0..count).map(|_| place()).collect();
        places.into_iter().map(|at| self.figures[at]).collect()
    }

    fn intent(&self, next: &Move) -> Value {
        match next {
            Move::Undo | Move::UndoAct(_) => json!({ "does": "undo" }),
            Move::Redo => json!({ "does": "redo", "of": self.undone.last() }),
            _ => json!({ "does": "act" }),
        }
    }

    fn make(&mut self, next: Move) -> Result<Done<()>, Error> {
        let last = self.standing()?.first().copied();
        let (done, undone) = match &next {
            Move::Review(figures, status) => (self.desk.review(figures, *status)?, None),
            Move::Correct(figure, value) => {
                let written = Written { value: Some(value.to_string()), ..Written::default() };
                (self.desk.correct(*figure, &written)?, None)
            }
            Move::Trash(document) => (self.desk.trash(&[*document])?, None),
            Move::Restore(document) => (self.desk.restore(&[*document])?, None),
            Move::Undo => (self.desk.undo()?, last),
            Move::UndoAct(seq) => (self.desk.undo_act(*seq)?, Some(*seq)),
            Move::Redo => (self.desk.redo()?, None),
        };
        match next {
            Move::Undo | Move::UndoAct(_) => self.undone.extend(undone),
            Move::Redo => drop(self.undone.pop()),
            // A new act makes what was undone unreachable.
            _ => self.undone.clear(),
        }
        Ok(done)
    }
}
