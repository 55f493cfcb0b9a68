// cppwarden-ignore[*]: Ã©ÿ 
int a;/* NOLINT */