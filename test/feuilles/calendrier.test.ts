import { estFormule, type PlanDeFeuille } from "../../src/feuilles";
import { planCalendrier } from "../../src/feuilles/calendrier";
import { serieDe } from "../../src/feuilles/jours";
import { DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../outils/libreoffice";
import { attendusDe } from "./contrats";
import { matiereDe } from "./matieres";
import { ligneDe, recalculer, saisir } from "./saisies";

const plan = planCalendrier(matiereDe("mutualisant", 3), "Calendrier");
const jour = (annee: number, mois: number, quantieme: number) =>
  serieDe({ annee, mois, jour: quantieme });
const etapesDe = (de: PlanDeFeuille): unknown[] => {
  const titres = ligneDe(de, "A", "Étape");
  return [...attendusDe(de)]
    .filter(([adresse]) => adresse.startsWith("A") && Number(adresse.slice(1)) > titres)
    .map(([, valeur]) => valeur);
};
const ligne = (nom: string | RegExp) => ligneDe(plan, "A", nom);

test("les échéances se calculent de la période, dans l'ordre, et disent ce qui les fixe", () => {
  const cellules = attendusDe(plan);
  const echeance = (nom: string | RegExp) => cellules.get(`B${ligne(nom)}`);
  expect(echeance("Signature du contrat")).toBe(jour(2026, 8, 31));
  expect(echeance(/^Avis de la commission/)).toBe(jour(2026, 6, 30));
  expect(echeance(/qui se prononce/)).toBe(jour(2028, 6, 30));
  expect(echeance("Bilan triennal")).toBe(jour(2029, 12, 31));
  const dates = etapesDe(plan).flatMap((_, i) => cellules.get(`B${ligne("Étape") + 1 + i}`) ?? []);
  expect(dates).toEqual([...dates].sort((a, b) => Number(a) - Number(b)));
  // Aucune date n'est donnée pour légale, sauf celle de la période (L. 302-8, I).
  const legales = [...cellules].filter(([, valeur]) => valeur === "Loi");
  expect(legales.map(([adresse]) => adresse)).toEqual([`C${ligne("Fin de la période triennale")}`]);
});

test("la commission et les accords ne sont que dans une mutualisation ; sans PLH, rien à annexer", () => {
  const abaissant = etapesDe(planCalendrier(matiereDe("abaissant", 1, { plh: false }), "C")).join();
  expect(abaissant).not.toMatch(/commission|Accord|Annexion/);
  expect(abaissant).toContain("Demande de la commune au préfet");
  expect(etapesDe(plan).join()).toMatch(/Accord.*Avis de la commission.*Annexion/);
});

test("en valeurs, ni formule ni date du jour", () => {
  const fige = planCalendrier(matiereDe("mutualisant", 3, { forme: "valeurs" }), "Calendrier");
  const contenus = fige.blocs.flatMap((bloc) => bloc.contenus.flat());
  expect(contenus.filter(estFormule)).toEqual([]);
  expect(contenus).not.toContain("Suivi");
  expect(fige.largeurs.reduce((somme, largeur) => somme + largeur, 0)).toBe(720);
});

testAvecLibreOffice(
  "une date réelle, un autre terme, un retard : les échéances et le suivi en mots suivent",
  async () => {
    const signature = ligne("Signature du contrat");
    const depart = ligne("Dates de départ");
    const situation = { formule: "=DATE(2026,10,1)", valeurs: [[null]] };
    const terme = { formule: "=DATE(2029,6,30)", valeurs: [[null]] };
    const auPremierOctobre: PlanDeFeuille = {
      ...plan,
      blocs: [
        ...plan.blocs,
        { ancre: `G${depart}`, contenus: [[situation]] },
        { ancre: `D${depart}`, contenus: [[terme]] },
      ],
    };
    const signe = saisir(auPremierOctobre, `D${signature}`, [[jour(2026, 9, 15)]]);
    const rempli = saisir(signe, `F${ligne(/^Avis de la commission/)}`, [["Fait"]]);
    const [lire] = await recalculer([rempli]);
    expect(lire?.(`B${ligne(/^Annexion/)}`)).toBe(jour(2026, 12, 15));
    expect(lire?.(`B${ligne(/qui se prononce/)}`)).toBe(jour(2028, 12, 30));
    expect(lire?.(`B${ligne("Terme du contrat")}`)).toBe(jour(2029, 6, 30));
    const suivi = (nom: string | RegExp) => lire?.(`G${ligne(nom)}`);
    expect(suivi("Signature du contrat")).toBe("Fait, après l’échéance");
    expect(suivi(/^Avis de la commission/)).toBe("Fait");
    expect(suivi(/^Délibérations/)).toBe("En retard de 62\u00a0j");
    expect(suivi(/^Annexion/)).toBe("");
    expect(suivi("Terme du contrat")).toBe("");
  },
  DELAI_LIBREOFFICE_MS
);
