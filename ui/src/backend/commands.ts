// Every command of the Rust side, one line each; the names are those of the Rust functions.
import { call } from "./tauri";
import type { Changed } from "./types/Changed";
import type { ChartFormat } from "./types/ChartFormat";
import type { Choices } from "./types/Choices";
import type { DocumentList } from "./types/DocumentList";
import type { Exported } from "./types/Exported";
import type { FieldsView } from "./types/FieldsView";
import type { ImportView } from "./types/ImportView";
import type { IndicatorRow } from "./types/IndicatorRow";
import type { Preferences } from "./types/Preferences";
import type { ProposalView } from "./types/ProposalView";
import type { Reading } from "./types/Reading";
import type { SearchView } from "./types/SearchView";
import type { SelectionView } from "./types/SelectionView";
import type { SeriesView } from "./types/SeriesView";
import type { Session } from "./types/Session";
import type { VerdictView } from "./types/VerdictView";

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

export const documents = (filter: string) => call<DocumentList>("documents", { filter, from: 0, count: 1000 });
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
