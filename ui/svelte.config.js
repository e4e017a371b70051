// Svelte as it comes; runes everywhere, so that a component cannot fall back to the old reactivity by accident.
export default { compilerOptions: { runes: true } };
