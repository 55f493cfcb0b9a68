#include "pqxx"
