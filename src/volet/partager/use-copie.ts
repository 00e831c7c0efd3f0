import { useCallback, useEffect, useRef, useState } from "react";
import { codeDErreur } from "../../classeur";
import {
  FichierIllisible,
  preparerCopie,
  type CopiePreparee,
  type DemandeDeCopie,
  type RapportDeCopie,
} from "../../fichier";
import { phraserErreurExcel, phraserFichier, type Message } from "../../redaction";
import { useClasseur } from "../classeur";
import { COMPLEMENT } from "./complement";
import type { ModeDeCopie } from "./nom-de-copie";
import { telecharger } from "./telecharger";
import { rapportDesCellules } from "./trier-formules";

export type EtatDeCopie =
  /** `part` : ce qui est fait, de 0 à 1. */
  | { etape: "en cours"; part: number }
  | { etape: "arrêtée" }
  | { etape: "prête"; rapport: RapportDeCopie }
  | { etape: "téléchargée"; rapport: RapportDeCopie; nom: string }
  /** `rapport` : ce que les cellules en disent, là où Excel ne donne pas son fichier. */
  | { etape: "échouée"; message: Message; rapport?: RapportDeCopie };

interface Copie {
  mode: ModeDeCopie;
  /** Change de copie : celle qui se prépare s'arrête. */
  choisir: (mode: ModeDeCopie) => void;
  etat: EtatDeCopie;
  /** Le nom du classeur copié ; `null` tant qu'il n'est pas lu. */
  classeur: string | null;
  apercevoir: () => void;
  telecharger: (nom: string) => void;
  arreter: () => void;
}

/** Lire le classeur compte pour cette part de l'attente. */
const PART_DE_LECTURE = 0.3;

/** Une copie du classeur : son aperçu, fait d'emblée, puis elle-même, préparée de ce que le classeur contient au moment où on la demande. */
export function useCopie(): Copie {
  const classeur = useClasseur();
  const [mode, setMode] = useState<ModeDeCopie>("natif");
  const [etat, setEtat] = useState<EtatDeCopie>({ etape: "en cours", part: 0 });
  const [nomLu, setNomLu] = useState<string | null>(null);
  const arret = useRef<AbortController | null>(null);

  const preparer = useCallback(
    async (finir: (copie: CopiePreparee) => EtatDeCopie): Promise<void> => {
      arret.current?.abort();
      const { signal } = (arret.current = new AbortController());
      const dire = (suivant: EtatDeCopie): void => {
        if (!signal.aborted) setEtat(suivant);
      };
      const avancer = (part: number): void => dire({ etape: "en cours", part });
      try {
        const { nom, octets } = await classeur.lireClasseur({
          signal,
          avancer: (part) => avancer(part * PART_DE_LECTURE),
        });
        if (!signal.aborted) setNomLu(nom);
        const copie = await preparerCopie(octets, demander(mode), {
          signal,
          avancer: (part) => avancer(PART_DE_LECTURE + part * (1 - PART_DE_LECTURE)),
        });
        signal.throwIfAborted();
        dire(finir(copie));
      } catch (erreur) {
        if (signal.aborted) return;
        const rapport = await rapportSansFichier(classeur, mode, erreur);
        dire({ etape: "échouée", message: messageDe(erreur), ...(rapport && { rapport }) });
      }
    },
    [classeur, mode]
  );

  useEffect(() => {
    void preparer(({ rapport }) => ({ etape: "prête", rapport }));
    return () => arret.current?.abort();
  }, [preparer]);

  const lancer = (finir: (copie: CopiePreparee) => EtatDeCopie): void => {
    setEtat({ etape: "en cours", part: 0 });
    void preparer(finir);
  };
  return {
    mode,
    choisir: (choisi) => {
      setEtat({ etape: "en cours", part: 0 });
      setMode(choisi);
    },
    etat,
    classeur: nomLu,
    apercevoir: () => lancer(({ rapport }) => ({ etape: "prête", rapport })),
    telecharger: (nom) =>
      lancer(({ rapport, ecrire }) => {
        telecharger(nom, ecrire());
        return { etape: "téléchargée", rapport, nom };
      }),
    arreter: () => {
      arret.current?.abort();
      setEtat({ etape: "arrêtée" });
    },
  };
}

function demander(mode: ModeDeCopie): DemandeDeCopie {
  return mode === "complement" ? { mode, complement: COMPLEMENT } : { mode };
}

async function rapportSansFichier(
  classeur: ReturnType<typeof useClasseur>,
  mode: ModeDeCopie,
  erreur: unknown
): Promise<RapportDeCopie | undefined> {
  if (mode !== "natif" || codeDErreur(erreur) !== "CopieInconnue") return undefined;
  try {
    return rapportDesCellules((await classeur.lireFormules("classeur")).formules);
  } catch {
    // La première erreur est celle à dire.
    return undefined;
  }
}

function messageDe(erreur: unknown): Message {
  return erreur instanceof FichierIllisible
    ? phraserFichier(erreur.raison)
    : phraserErreurExcel(codeDErreur(erreur));
}
