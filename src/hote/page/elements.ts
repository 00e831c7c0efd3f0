/** Un élément de index.html ; son absence est une faute de la page, pas un cas à traiter. */
export function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const trouve = document.getElementById(id);
  if (trouve instanceof type) return trouve;
  throw new Error(`L'élément « ${id} » manque dans la page.`);
}
