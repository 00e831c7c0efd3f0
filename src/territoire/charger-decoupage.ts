import type { Decoupage } from "./decoupage";

/** Le découpage livré avec le complément, chargé à la première demande : il est lourd. `null` s'il ne peut pas l'être : le contrôle se fait alors sans lui. */
export async function chargerDecoupage(): Promise<Decoupage | null> {
  try {
    const { DECOUPAGE } = await import(/* webpackChunkName: "territoire" */ "./decoupage-embarque");
    return DECOUPAGE;
  } catch {
    return null;
  }
}
