// Every command of the Rust side, one line each; the names are those of the Rust functions.
import { call } from "./tauri";
import type { AboutView } from "./types/AboutView";
import type { BinRow } from "./types/BinRow";
import type { Changed } from "./types/Changed";
import type { ChartFormat } from "./types/ChartFormat";
import type { Choices } from "./types/Choices";
import type { DifferencePiece } from "./types/DifferencePiece";
import type { DocumentList } from "./types/DocumentList";
import type { Exported } from "./types/Exported";
import type { FieldsView } from "./types/FieldsView";
import type { HistoryView } from "./types/HistoryView";
import type { ImportView } from "./types/ImportView";
import type { IndicatorRow } from "./types/IndicatorRow";
import type { Preferences } from "./types/Preferences";
import type { ProposalView } from "./types/ProposalView";
import type { Reading } from "./types/Reading";
import type { RecoveryView } from "./types/RecoveryView";
import type { SalvageView } from "./types/SalvageView";
import type { SearchView } from "./types/SearchView";
import type { SelectionView } from "./types/SelectionView";
import type { SeriesView } from "./types/SeriesView";
import type { Session } from "./types/Session";
import type { VerdictView } from "./types/VerdictView";
import type { VerifyView } from "./types/VerifyView";
import type { VersionRow } from "./types/VersionRow";

export const start = () => call<Session>("start");
export const set_preferences = (preferences: Preferences) => call<Session>("set_preferences", { preferences });

// Null means that the dialog, which Rust opens, was cancelled.
export const open_sample = () => call<Session | null>("open_sample");
export const new_library = () => call<Session | null>("new_library");
export const open_library = () => call<Session | null>("open_library");
export const open_recent = (index: number) => call<Session | null>("open_recent", { index });
export const close_library = () => call<Session | null>("close_library");

export const import_choose = () => call<null>("import_choose");
export const import_stop = () => call<null>("import_stop");
export const import_resume = () => call<null>("import_resume");
export const import_state = () => call<ImportView>("import_state");

export const documents = (filter: string, from = 0, count = 1000) => call<DocumentList>("documents", { filter, from, count });
// Where a document stands among those that the filter lets through.
export const place_of = (filter: string, document: string) => call<number | null>("place_of", { filter, document });
export const document = (id: string) => call<Reading>("document", { id });
export const search = (query: string) => call<SearchView>("search", { query });

export const review = (figures: string[], verdict: VerdictView) => call<Changed>("review", { figures, verdict });
export const choices = () => call<Choices>("choices");
export const correct = (figure: string, fields: FieldsView) => call<Changed>("correct", { figure, fields });
export const propose = (selection: SelectionView) => call<ProposalView>("propose", { selection });
export const make = (selection: SelectionView, fields: FieldsView) => call<Changed>("make", { selection, fields });
export const undo = () => call<Changed>("undo");
export const redo = () => call<Changed>("redo");

export const indicators = () => call<IndicatorRow[]>("indicators");
export const series = (indicator: string) => call<SeriesView>("series", { indicator });
export const export_chart = (indicator: string, format: ChartFormat) => call<Exported | null>("export_chart", { indicator, format });
export const export_report = (indicator: string | null) => call<Exported | null>("export_report", { indicator });

export const history = (before: number | null) => call<HistoryView>("history", { before });
export const undo_act = (seq: number) => call<Changed>("undo_act", { seq });

// Figures that count and would no longer, were these documents put in the bin.
export const uses = (documents: string[]) => call<string[]>("uses", { documents });
export const trash = (documents: string[]) => call<Changed>("trash", { documents });
export const untrash = (documents: string[]) => call<Changed>("untrash", { documents });
export const bin = () => call<BinRow[]>("bin");
export const empty_bin = () => call<Changed>("empty_bin");

export const about = () => call<AboutView>("about");
export const back_up = () => call<AboutView>("back_up");
export const open_backup = (index: number) => call<Session | null>("open_backup", { index });
export const save_copy = () => call<Exported | null>("save_copy");
export const compact = () => call<AboutView>("compact");
export const verify = () => call<VerifyView>("verify");
export const repair = () => call<VerifyView>("repair");
export const move_here = () => call<Session | null>("move_here");

// For a library that cannot be read as it is: what can be done, and doing it.
export const recovery = () => call<RecoveryView | null>("recovery");
export const recover_backup = (index: number) => call<Session | null>("recover_backup", { index });
export const salvage = () => call<SalvageView | null>("salvage");

export const versions = (document: string) => call<VersionRow[]>("versions", { document });
export const difference = (document: string, index: number) => call<DifferencePiece[]>("difference", { document, index });
