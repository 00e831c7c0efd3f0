import { useEffect, useState } from "react";

/** Vrai quand `actif` l'est depuis un moment : une attente brève ne s'affiche pas. */
export function useRetard(actif: boolean, delai: number): boolean {
  const [ecoule, setEcoule] = useState(false);
  useEffect(() => {
    if (!actif) return undefined;
    const attente = setTimeout(() => setEcoule(true), delai);
    return () => {
      clearTimeout(attente);
      setEcoule(false);
    };
  }, [actif, delai]);
  return actif && ecoule;
}
