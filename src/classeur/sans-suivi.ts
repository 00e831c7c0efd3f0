/** Un objet qui ne servira plus après le prochain `sync` : Excel n'aura pas à l'oublier par un aller-retour de plus. */
export function sansSuivi<T extends { untrack(): unknown }>(objet: T): T {
  objet.untrack();
  return objet;
}
