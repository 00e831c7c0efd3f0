import type { Constat, Controle, Gravite } from "../../controle";

/** Les constats par gravité, dans l'ordre du contrôle. */
export function parGravite(constats: readonly Constat[]): Record<Gravite, Constat[]> {
  const groupes: Record<Gravite, Constat[]> = { erreur: [], avertissement: [], information: [] };
  for (const constat of constats) groupes[constat.gravite].push(constat);
  return groupes;
}

/**
 * Une clé stable par constat : le même constat garde son élément, donc son focus, d'un contrôle à l'autre.
 * Deux constats de même code sur la même cellule sont numérotés.
 */
export function clesDesConstats(
  constats: readonly { code: string; adresse?: string; commune?: string }[]
): string[] {
  const vues = new Map<string, number>();
  return constats.map(({ code, adresse, commune }) => {
    const cle = [code, adresse, commune].join("/");
    const rang = (vues.get(cle) ?? 0) + 1;
    vues.set(cle, rang);
    return `${cle}/${rang}`;
  });
}

/** Ce que la région vivante annonce : ne change que si le verdict ou un compte change. */
export function comptes({ constats, conditions }: Controle): string {
  const { erreur, avertissement } = parGravite(constats);
  const aConfirmer = conditions.filter(({ rappel }) => !rappel);
  return [
    compte(erreur.length, "erreur"),
    compte(avertissement.length, "avertissement"),
    compte(aConfirmer.length, "condition à confirmer", "conditions à confirmer"),
  ]
    .filter((partie) => partie !== null)
    .join(", ");
}

function compte(nombre: number, singulier: string, pluriel = `${singulier}s`): string | null {
  return nombre === 0 ? null : `${nombre} ${nombre === 1 ? singulier : pluriel}`;
}
