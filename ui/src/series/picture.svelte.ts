// The drawing as an address an <img> can show. An SVG in an image runs nothing and loads nothing.

/** A blob address for the SVG that `svg` gives, renewed when it changes and released at the end. */
export function picture(svg: () => string): { readonly address: string } {
  let address = $state("");
  $effect(() => {
    const made = URL.createObjectURL(new Blob([svg()], { type: "image/svg+xml" }));
    address = made;
    return () => URL.revokeObjectURL(made);
  });
  return {
    get address() {
      return address;
    },
  };
}
