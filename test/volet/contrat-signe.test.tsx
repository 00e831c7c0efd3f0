import { screen } from "@testing-library/react";
import { CONTRAT_VIDE, planContrat, type Contrat } from "../../src/contrat";
import type { VersionSignee } from "../../src/controle";
import { feuilleDuPlan } from "../outils/feuille";
import { PLAQUETTE, feuilleLue } from "../outils/feuille-lue";
import { ouvrirEtControler } from "./ouvrir";

const VERSION: VersionSignee = {
  epci: "EPCI A-B",
  avenant: 0,
  signeLe: "2026-06-30",
  inventaire: 2025,
  periode: "2026-2028",
  type: "mutualisant",
  communes: [
    {
      nom: "Commune A",
      insee: null,
      deficit: 500,
      objectifLegal: 165,
      objectif: 90,
      plai: 27,
      pls: 27,
    },
    {
      nom: "Commune B",
      insee: null,
      deficit: 300,
      objectifLegal: 99,
      objectif: 179,
      plai: 54,
      pls: 53,
    },
  ],
};
const SIGNE: Contrat = { ...CONTRAT_VIDE, versions: [VERSION] };
const feuilleDuContrat = feuilleDuPlan(planContrat(SIGNE));

test("un tableau qui s'écarte du contrat signé est dit dans le contrôle, avec les deux nombres", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(PLAQUETTE);
  expect(screen.queryByText(/objectif signé/)).not.toBeInTheDocument();
  classeur.lireFeuille.mockResolvedValueOnce({
    ...feuilleLue(PLAQUETTE, "Mutualisation"),
    contrat: feuilleDuContrat,
  });
  await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
  expect(await screen.findByText(/Commune A.: objectif signé 90, 85 au tableau/)).toBeVisible();
});

test("les versions signées ressemblent à un article 2 : la feuille du contrat reste non contrôlée", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(PLAQUETTE);
  classeur.lireFeuille.mockResolvedValueOnce({
    ...feuilleDuContrat,
    feuilles: ["Mutualisation", feuilleDuContrat.nom],
    deborde: null,
    plage: null,
    contrat: feuilleDuContrat,
  });
  await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
  expect(
    await screen.findByRole("heading", { name: "Cette feuille garde vos réponses" })
  ).toBeVisible();
});
