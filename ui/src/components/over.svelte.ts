// How many dialogs lie over the window: while there is one, the window under it hears no key.
export const over = $state({ count: 0 });
