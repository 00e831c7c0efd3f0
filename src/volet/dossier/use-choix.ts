import { useState } from "react";
import { nomLibre } from "../../classeur";
import { FEUILLES_DU_DOSSIER, type FeuilleDuDossier } from "../../feuilles";
import { jugerLeNom } from "../article2/juger-le-nom";

/** Une feuille du dossier, et ce que l'agent en veut. */
export interface LigneDuDossier {
  feuille: FeuilleDuDossier;
  cochee: boolean;
  /** Saisi, ou proposé : libre dans le classeur et parmi les autres feuilles cochées. */
  nom: string;
  /** Pourquoi Excel refuserait ce nom. */
  defaut?: string;
  /** Ce que deviendra un nom déjà pris. */
  indication?: string;
}

export interface Choix {
  lignes: readonly LigneDuDossier[];
  cocher: (cles: readonly string[], cochees: boolean) => void;
  nommer: (cle: string, nom: string) => void;
  /** Décoche tout, et oublie les noms saisis. */
  oublier: () => void;
}

/** @param pris Noms des feuilles du classeur. */
export function useChoix(periode: string, pris: readonly string[]): Choix {
  const [cochees, setCochees] = useState<ReadonlySet<string>>(new Set());
  const [saisis, setSaisis] = useState<Readonly<Record<string, string>>>({});

  const occupes = [...pris];
  const lignes = FEUILLES_DU_DOSSIER.map((feuille) => {
    const cochee = cochees.has(feuille.cle);
    const nom = saisis[feuille.cle] ?? nomLibre(feuille.nom(periode), occupes);
    const { defaut, indication } = jugerLeNom(nom, occupes);
    const libre = nomLibre(nom, occupes);
    if (cochee) occupes.push(libre);
    return { feuille, cochee, nom, defaut, indication: libre === nom ? undefined : indication };
  });
  return {
    lignes,
    cocher: (cles, oui) => {
      const suivantes = new Set(cochees);
      for (const cle of cles) {
        if (oui) suivantes.add(cle);
        else suivantes.delete(cle);
      }
      setCochees(suivantes);
    },
    nommer: (cle, nom) => setSaisis({ ...saisis, [cle]: nom }),
    oublier: () => {
      setCochees(new Set());
      setSaisis({});
    },
  };
}
