import type { Classeur } from "../../src/volet/classeur";
import { planContrat } from "../../src/contrat";
import type { PlanDeFeuille } from "../../src/feuilles";
import type { FeuilleLue } from "../../src/tableau";
import { feuilleDuPlan } from "../outils/feuille";
import { feuilleLue, type Lignes } from "../outils/feuille-lue";

/** Un classeur de test : une feuille dont on change le contenu, et tout ce que le volet lui a demandé. */
export function fauxClasseur(depart: Lignes) {
  let lignes = depart;
  let feuille = "Mutualisation";
  let contrat: FeuilleLue | null = null;
  /** Les feuilles qui ne sont pas montrées. */
  const autres = new Map<string, FeuilleLue>();
  let prevenir: (() => void) | null = null;

  const ajouter = (plan: PlanDeFeuille): string => {
    autres.set(plan.nom, feuilleDuPlan(plan));
    return plan.nom;
  };

  const classeur = {
    lireFeuille: jest.fn<ReturnType<Classeur["lireFeuille"]>, Parameters<Classeur["lireFeuille"]>>(
      ({ aLire } = {}) => {
        const nom = typeof aLire === "object" ? aLire.feuille : feuille;
        const feuilles = [...new Set([feuille, ...autres.keys()])];
        const lue = feuilleLue(lignes, feuille);
        const connue = nom === feuille ? lue : autres.get(nom);
        if (!connue) return Promise.reject(erreurOffice("ItemNotFound"));
        return Promise.resolve({ ...lue, ...connue, feuilles, contrat });
      }
    ),
    surligner: jest.fn<ReturnType<Classeur["surligner"]>, Parameters<Classeur["surligner"]>>(() =>
      Promise.resolve(1)
    ),
    ecrirePlan: jest.fn<ReturnType<Classeur["ecrirePlan"]>, Parameters<Classeur["ecrirePlan"]>>(
      (plan) => Promise.resolve(ajouter(plan))
    ),
    ecrirePlans: jest.fn<ReturnType<Classeur["ecrirePlans"]>, Parameters<Classeur["ecrirePlans"]>>(
      (plans) => Promise.resolve(plans.map(ajouter))
    ),
    ecrireValeurs: jest.fn<
      ReturnType<Classeur["ecrireValeurs"]>,
      Parameters<Classeur["ecrireValeurs"]>
    >(() => Promise.resolve({ faite: true })),
    enregistrerContrat: jest.fn<
      ReturnType<Classeur["enregistrerContrat"]>,
      Parameters<Classeur["enregistrerContrat"]>
    >((nouveau) => {
      contrat = feuilleDuPlan(planContrat(nouveau));
      return Promise.resolve();
    }),
    lireClasseur: jest.fn<
      ReturnType<Classeur["lireClasseur"]>,
      Parameters<Classeur["lireClasseur"]>
    >(() => Promise.reject(erreurOffice("CopieInterrompue"))),
    lireFormules: jest.fn<
      ReturnType<Classeur["lireFormules"]>,
      Parameters<Classeur["lireFormules"]>
    >(() => Promise.resolve({ formules: [], tropGrandes: [] })),
    remplacerFormules: jest.fn<
      ReturnType<Classeur["remplacerFormules"]>,
      Parameters<Classeur["remplacerFormules"]>
    >((formules) => Promise.resolve({ faite: true, ecrites: [...formules] })),
    verifierPoste: jest.fn<ReturnType<Classeur["verifierPoste"]>, []>(() =>
      Promise.resolve({ ensembles: [], calculAutomatique: true })
    ),
    allerA: jest.fn<Promise<void>, [string, string]>(() => Promise.resolve()),
    insererFormule: jest.fn<ReturnType<Classeur["insererFormule"]>, [string, string?]>(() =>
      Promise.resolve({ faite: true, adresse: "Feuil1!A1" })
    ),
    surChangement: jest.fn<ReturnType<Classeur["surChangement"]>, [() => void]>((rappel) => {
      prevenir = rappel;
      return Promise.resolve(() => {
        prevenir = null;
        return Promise.resolve();
      });
    }),
  } satisfies Classeur;

  return {
    ...classeur,
    /** Change le contenu de la feuille, ou passe à une autre, comme l'utilisateur. */
    changer(nouvelles: Lignes, nom = feuille): void {
      autres.set(feuille, feuilleLue(lignes, feuille));
      lignes = nouvelles;
      feuille = nom;
      prevenir?.();
    },
    /** Remplit une autre feuille, comme l'utilisateur, sans la montrer. */
    remplir(nom: string, contenu: Lignes): void {
      autres.set(nom, feuilleLue(contenu, nom));
      prevenir?.();
    },
    estAbonne: () => prevenir !== null,
  };
}

/** Une erreur telle qu'Office.js les rend. */
export function erreurOffice(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Une promesse que le test tient quand il veut. */
export function plusTard<T>(): { promesse: Promise<T>; tenir: (valeur: T) => void } {
  let tenir: (valeur: T) => void = () => undefined;
  const promesse = new Promise<T>((resoudre) => (tenir = resoudre));
  return { promesse, tenir };
}
