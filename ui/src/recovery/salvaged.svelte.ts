// What came out of a damaged library, until it has been read.
import type { SalvageView } from "../backend/types/SalvageView";

export const salvaged = $state<{ view: SalvageView | null }>({ view: null });
